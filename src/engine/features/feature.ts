import type { Sentence } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { TemplateStatistics } from './template-statistics';

/** What a feature may look at: the columns, and what was counted over them. */
export interface FeatureInput {
  readonly records: RecordTable;
  readonly templates: TemplateStatistics;
}

/** Records `[from, to)`, all of the source that holds `[sourceStart, sourceEnd)`. */
export interface RecordSpan {
  readonly from: number;
  readonly to: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/** Stands among codes for a record that does not have the feature. */
export const missing = -0x8000;

/**
 * Writes for each record of the span its value, as a multiple of the feature's resolution, to the front of `codes`;
 * `missing` where it has none.
 */
export type FillCodes = (span: RecordSpan, codes: Int16Array) => void;

/** One column of the Isolation Forest's rows. */
export interface Feature {
  readonly name: string;
  /**
   * Values are rounded to multiples of it. The trees cut between a column's extremes whatever its unit is,
   * so a difference that means nothing must not be there; and equal rows are scored once.
   */
  readonly resolution: number;
  /**
   * Called once a log. What depends on template, wording or component alone is put into a table here, so that a
   * record costs a look-up: a logarithm for every record and feature took ten times as long.
   */
  codes(input: FeatureInput): FillCodes;
  /** What is unusual about the value, in words that can be checked; `typical` is the log's median value. */
  describe(input: FeatureInput, record: RecordIndex, typical: number): Sentence;
}
