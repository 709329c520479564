import type { LogSource } from '../../protocol/log-source';
import type {
  AskedOfSource,
  FetchEstimate,
  NamesRequest,
  QueryProblem,
  ValuesRequest,
} from '../../protocol/sources';
import type { SurveyAnswer, SurveyRequest } from '../../protocol/survey';
import type { FetchPaces } from '../shared/fetch-paces';
import type { LogSources } from '../shared/log-sources';
import type { RemoteOpening } from '../shared/remote-opening';
import type { SourceConsent } from '../shared/source-consent';
import type { QueryHistory } from './history';

/** What is asked of a source besides its logs, as node's SourcesClient answers it. All reject with InputError. */
export interface SourceQuestions {
  estimate(asked: AskedOfSource, signal?: AbortSignal): Promise<FetchEstimate>;
  check(asked: AskedOfSource, signal?: AbortSignal): Promise<QueryProblem | null>;
  names(request: NamesRequest, signal?: AbortSignal): Promise<readonly string[]>;
  values(request: ValuesRequest, signal?: AbortSignal): Promise<readonly string[]>;
  survey(request: SurveyRequest, signal?: AbortSignal): Promise<SurveyAnswer>;
}

export interface QueryingParts {
  readonly sources: LogSources;
  readonly consent: SourceConsent;
  readonly opening: RemoteOpening;
  readonly questions: SourceQuestions;
  readonly paces: Pick<FetchPaces, 'of'>;
}

export interface AskingParts extends QueryingParts {
  readonly history: QueryHistory;
}

/** Of a source of one kind. */
export type SourceOf<Kind extends LogSource['kind']> = Extract<LogSource, { readonly kind: Kind }>;
