import type { ElasticQuery, HttpLogSource, LokiQuery } from '../../protocol/log-source';
import type { SourceSurvey, SurveyRequest } from '../../protocol/survey';
import type { Asking } from './source-reader';

/**
 * Counts at the source: one implementation a kind that is asked over HTTP, beside its reader. `strange` and `plan` of the answer
 * are made of the survey, the same way for all (`survey-answer.ts`).
 */
export interface SourceSurveyor<S extends HttpLogSource, Q extends LokiQuery | ElasticQuery> {
  survey(
    source: S,
    query: Q,
    wanted: Pick<SurveyRequest, 'steps' | 'by'>,
    asking: Asking,
  ): Promise<SourceSurvey>;
}
