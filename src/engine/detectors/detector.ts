import type { TemplateStatistics } from '../features/template-statistics';
import type { DetectorId, Reason, Sentence } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';

/** What every detector looks at; nothing here is changed while detectors run. */
export interface DetectorInput {
  readonly records: RecordTable;
  readonly templates: TemplateStatistics;
  /** Seeds every pseudo-random choice. */
  readonly seed: number;
}

/**
 * Scores every record of the session, then explains the few that become findings.
 * `score` is a generator that yields now and then, so that a host can show progress and stop it.
 */
export interface Detector {
  readonly id: DetectorId;
  /** Undefined where it judged; else why it could not. `scores` has one element a record, 0 to 1, zero-filled. */
  score(input: DetectorInput, scores: Float32Array): Generator<void, Sentence | undefined>;
  /** Called only after `score`, for records with a score above 0. */
  explain(input: DetectorInput, record: RecordIndex, score: number): Reason;
}
