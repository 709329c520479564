import type { Sentence } from '../../engine/model/finding';
import type { LogSource, NsText, SourceQuery } from '../../protocol/log-source';
import type {
  FetchEstimate,
  FetchProgress,
  LastEntries,
  NamesRequest,
  QueryProblem,
  SourceVerdict,
  ValuesRequest,
} from '../../protocol/sources';
import type { Transport } from './transport';

/** One entry as a server gave it. Becomes one record of the log, see `entry-text.ts`. */
export interface SourceEntry {
  readonly time: NsText;
  /** What it shares with others of its stream: the same object for as many as possible, since its text is made once. */
  readonly labels: Labels;
  /** Its own (structured metadata); null where it has none. */
  readonly own: Labels | null;
  readonly text: string;
}

export type Labels = readonly (readonly [name: string, value: string])[];

/** In the order they are to be written: by time, and among equal times as the server has them. */
export type SourceBatch =
  | { readonly kind: 'entries'; readonly entries: readonly SourceEntry[] }
  /** Text that is written as it is (a command's output). */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** What a reader is given for one conversation. */
export interface Asking {
  readonly transport: Transport;
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Rejects with the signal's reason when it aborts. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** What people must know; goes into the progress and the summary. `missing`: entries of the span may be lacking. */
  readonly note: (sentence: Sentence, missing?: 'missing') => void;
  readonly tell: (progress: Partial<Pick<FetchProgress, 'phase' | 'share'>>) => void;
  /** Where a tail would go on behind all that was handed over so far: goes into the summary, and what is told last counts. */
  readonly reached: (last: LastEntries) => void;
}

/** One kind of source. Each stands in the table of `source-readers.ts`. All reject with InputError for what a person can mend. */
export interface SourceReader<S extends LogSource, Q extends SourceQuery> {
  test(source: S, asking: Asking): Promise<SourceVerdict>;
  estimate(source: S, query: Q, asking: Asking): Promise<FetchEstimate>;
  fetch(source: S, query: Q, asking: Asking): AsyncIterable<SourceBatch>;
  /** Goes on behind `after`; ends only by the signal or an error. */
  tail(source: S, query: Q, after: LastEntries | null, asking: Asking): AsyncIterable<SourceBatch>;
  check(source: S, query: Q, asking: Asking): Promise<QueryProblem | null>;
  names(source: S, request: NamesRequest, asking: Asking): Promise<readonly string[]>;
  values(source: S, request: ValuesRequest, asking: Asking): Promise<readonly string[]>;
}
