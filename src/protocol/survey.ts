import type { Sentence } from '../engine/model/finding';
import type { PlannedPart, StrangeWindow } from '../engine/survey/strange-window';
import type { VolumeSeries } from '../engine/survey/volume-series';
import type { ElasticQuery, HttpLogSource, LokiQuery, NsText, TimeSpan } from './log-source';

/**
 * A range too large to be fetched, asked about at the source: its server counts by time, level and label, and knows patterns and
 * fields. `SourcesWorkerApi.survey` answers with it, with the strange windows, and with what to fetch (`FetchRequest.parts`).
 */
export interface SurveyRequest {
  readonly source: HttpLogSource;
  readonly query: LokiQuery | ElasticQuery;
  /** About so many steps; the server's own grid may make it half or twice. 100 to 500 make a good picture. */
  readonly steps: number;
  /** Labels (Loki) or fields (Elasticsearch) to count by, beside the level; [] leaves the choice to the reader. */
  readonly by: readonly string[];
  /** Entries the plan may bring in all. */
  readonly budget: number;
}

export interface SurveyAnswer {
  readonly survey: SourceSurvey;
  /** Strongest first. Their steps are those of the survey. */
  readonly strange: readonly StrangeWindow[];
  readonly plan: SurveyPlan;
}

export interface SourceSurvey {
  /** Of the first step: a whole multiple of `stepNs`, so at or before the start of the span. */
  readonly from: NsText;
  readonly stepNs: NsText;
  /** All of the same length. The first is of all that the query asks for. */
  readonly series: readonly VolumeSeries[];
  /** Most frequent first. [] where the server keeps none: the notes say so. */
  readonly patterns: readonly SurveyPattern[];
  /** [] where the server does not tell. */
  readonly fields: readonly SurveyField[];
  /** What could not be had, and what is only an estimate. */
  readonly notes: readonly Sentence[];
}

/** Messages that differ in their variables only, as the server groups them. Its text is hostile. */
export interface SurveyPattern {
  readonly text: string;
  readonly level: string | null;
  readonly entries: number;
  /** One a step, where the server tells. */
  readonly counts: readonly number[] | null;
}

export interface SurveyField {
  readonly name: string;
  /** The server's word for it: `string`, `int`, `duration`, `keyword` … */
  readonly type: string;
  /** Different values, as the server estimates them. */
  readonly cardinality: number | null;
}

export interface SurveyPlan {
  readonly parts: readonly PlannedSpan[];
  /** Entries in all, as far as the volume tells. */
  readonly entries: number;
}

export interface PlannedSpan extends Pick<PlannedPart, 'why' | 'limit' | 'entries'> {
  readonly span: TimeSpan;
}
