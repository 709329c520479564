import type { TimeBound } from './time-bound';
import type { LineNumber, SourceIndex } from './units';

/** What a pack is to be about; lines beyond it come in only where they say much. */
export type EvidenceFocus =
  | { readonly firstLine: LineNumber; readonly lastLine: LineNumber }
  | { readonly from: TimeBound; readonly until: TimeBound };

export interface EvidenceOptions {
  /** Tokens the text may take at most, see `tokensOf`. */
  readonly budget: number;
  /** The log the pack is of; the first one unless told. Baselines of the session say what is usual. */
  readonly source?: SourceIndex | undefined;
  readonly focus?: EvidenceFocus | undefined;
  /** Lines of the source's file before its first; its lines are numbered behind them. Those not read, unless told. */
  readonly linesBefore?: number | undefined;
}

/** First and last line, both included. */
export type LineRange = readonly [LineNumber, LineNumber];

/** What somebody, or a model, needs of a log to name the root cause. */
export interface EvidencePack {
  /** Of `text`: at most the budget. */
  readonly tokens: number;
  /** Lines whose beginning (80 characters, without ANSI sequences and white space around) stands in `text`, in order. */
  readonly ranges: readonly LineRange[];
  /**
   * Lines that stand in `text` with another beginning, in order: without what their collector put before them (a time
   * stamp, the job's name) or without control characters.
   */
  readonly shortened: readonly LineRange[];
  /**
   * `number: text` a line; `⋯` where lines are left out; ` ×97 …3619` behind a line of which 97 are alike, the last at
   * line 3619. Without control characters.
   */
  readonly text: string;
}
