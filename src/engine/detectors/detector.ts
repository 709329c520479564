import type { BaselinePrior } from '../baseline/baseline-prior';
import type { LogSessions } from '../features/sessions/log-sessions';
import type { TemplateStatistics } from '../features/template-statistics';
import type { ValueSource } from '../features/values/value-source';
import type { Category, DetectorId, Reason, Sentence, Severity } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { Rule } from './rules/rule';

/** What every detector looks at; nothing here is changed while detectors run. */
export interface DetectorInput {
  readonly records: RecordTable;
  readonly templates: TemplateStatistics;
  /** What stands in the places that templates mask; costs about a microsecond a record, so only for who needs it. */
  readonly values: ValueSource;
  /** Which records share a request, a job, a block. */
  readonly sessions: LogSessions;
  /** What troubles are known by; the default set where left out. */
  readonly rules?: readonly Rule[];
  /** What a learned baseline knows, where one is used; its counts are in `templates` already. */
  readonly prior?: BaselinePrior | undefined;
  /** Seeds every pseudo-random choice. */
  readonly seed: number;
}

/** What a record is about, where a rule knows. */
export interface Concern {
  /** Its id. */
  readonly rule: string;
  /** The rule's own, whatever the record's level and score. */
  readonly severity: Severity;
  readonly category: Category;
  /** A few words, without a full stop. */
  readonly title: Sentence;
  readonly hint: Sentence | null;
}

/**
 * Learns a log, then scores its records and explains the few that become findings.
 * `learn` is a generator that yields now and then, so that a host can show progress and stop it.
 */
export interface Detector {
  readonly id: DetectorId;
  /** Undefined where it can judge; else why it cannot. */
  learn(input: DetectorInput): Generator<void, Sentence | undefined>;
  /** What it left out where it can judge; only after `learn`. */
  unseen?(): Sentence | undefined;
  /**
   * 0 to 1, in single precision; only after `learn`, for records of the log. It is looked up when it is asked for, twice at
   * most: a column of scores would take as much memory as the records' signatures and levels it follows from.
   */
  scoreOf(record: RecordIndex): number;
  /** Called only after `learn`, for records with a score above 0. */
  explain(input: DetectorInput, record: RecordIndex, score: number): Reason;
  /**
   * Where it scores a record since a burst begins with it: all records of the burst, ascending, by the one it begins with. Only after `learn`.
   */
  burstsAt?(
    input: DetectorInput,
    begins: readonly RecordIndex[],
  ): Generator<void, ReadonlyMap<RecordIndex, readonly RecordIndex[]>>;
  /** Only after `learn`; also of records it scores 0. */
  concernOf?(record: RecordIndex): Concern | undefined;
}
