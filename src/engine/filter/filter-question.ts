import type { Severity } from '../model/finding';
import type { TemplatePattern } from '../templates/corrections/correction';
import type { LogFilter, NoiseNotch } from './filter';

/** What is asked of the records; lines count from 0 through all logs. */
export interface FilterQuestion extends LinesQuestion {
  /** First lines of findings: what `severity` asks for, and what the dial never folds. */
  readonly findings: readonly { readonly line: number; readonly severity: Severity }[];
  readonly noise: NoiseNotch;
  /** First lines of runs that are shown all the same. */
  readonly unfolded: readonly number[];
  readonly unfoldedTemplates: readonly TemplatePattern[];
}

/** What lines alone can answer. */
export interface LinesQuestion {
  readonly filter: LogFilter;
  /** Of the log: those behind what was analysed are judged as lines. */
  readonly lines: number;
  /** Of each enabled clause that `searches`, in order: the lines that match, one bit a line; of a field, those whose records may fit. */
  readonly searched: readonly ArrayBuffer[];
  readonly bookmarkLines: readonly number[];
}

/** What a filter and the dial leave. */
export interface LinesLeft {
  /** One bit a line; null where all are shown. */
  readonly lines: ArrayBuffer | null;
  /** Of these, those that are only context; null where none is. */
  readonly context: ArrayBuffer | null;
  /** Uint32: first line, last line and records of each run; Float64: how long it took, NaN where a time is missing. */
  readonly folds: { readonly places: ArrayBuffer; readonly milliseconds: ArrayBuffer } | null;
  /** Records, and lines that belong to none. */
  readonly records: number;
  /** Of these, those that fit the filter. */
  readonly shownRecords: number;
}
