import type { TemplateStatistics } from '../features/template-statistics';
import type { ValueSource } from '../features/values/value-source';
import type { DetectorId, Reason, Sentence } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';

/** What every detector looks at; nothing here is changed while detectors run. */
export interface DetectorInput {
  readonly records: RecordTable;
  readonly templates: TemplateStatistics;
  /** What stands in the places that templates mask; costs about a microsecond a record, so only for who needs it. */
  readonly values: ValueSource;
  /** Seeds every pseudo-random choice. */
  readonly seed: number;
}

/**
 * Learns a log, then scores its records and explains the few that become findings.
 * `learn` is a generator that yields now and then, so that a host can show progress and stop it.
 */
export interface Detector {
  readonly id: DetectorId;
  /** Undefined where it can judge; else why it cannot. */
  learn(input: DetectorInput): Generator<void, Sentence | undefined>;
  /**
   * 0 to 1, in single precision; only after `learn`, for records of the log. It is looked up when it is asked for, twice at
   * most: a column of scores would take as much memory as the records' signatures and levels it follows from.
   */
  scoreOf(record: RecordIndex): number;
  /** Called only after `learn`, for records with a score above 0. */
  explain(input: DetectorInput, record: RecordIndex, score: number): Reason;
}
