import type { Sentence } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { TemplateStatistics } from './template-statistics';

/** What a feature may look at: the columns, and where the record's source begins and ends. */
export interface FeatureContext {
  readonly records: RecordTable;
  readonly templates: TemplateStatistics;
  /** First record of the source. */
  sourceStart: number;
  /** One past its last record. */
  sourceEnd: number;
}

/** One column of the Isolation Forest's rows. */
export interface Feature {
  readonly name: string;
  /**
   * Values are rounded to multiples of it. The trees cut between a column's extremes whatever its unit is,
   * so a difference that means nothing must not be there; and equal rows are scored once.
   */
  readonly resolution: number;
  /** NaN where the record does not have it; the caller puts the log's typical value there. */
  value(context: FeatureContext, record: RecordIndex): number;
  /** What is unusual about the value, in words that can be checked; `typical` is the log's median value. */
  describe(context: FeatureContext, record: RecordIndex, typical: number): Sentence;
}
