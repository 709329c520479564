import type { RecordIndex, TemplateId } from '../../model/units';
import type { LogScoring } from '../../shape/score-shape';
import type { LabelVerdict } from '../label';

/** How a log is judged before labels teach: `fusion` is the built-in one, a finding begins at `threshold`. */
export type BuiltInScoring = Pick<LogScoring, 'detectors' | 'fusion' | 'threshold'>;

/** Records `[from, to)` of the log; those of baselines are in none. Each is a step of progress: some ten thousand at most. */
export interface RecordSpan {
  readonly from: number;
  readonly to: number;
}

/** A log, and which label holds for which of its records. */
export interface LabelledRecords {
  /** Ascending. */
  readonly spans: readonly RecordSpan[];
  readonly templateOf: (record: RecordIndex) => TemplateId;
  /** Of two labels that speak of it the narrower; -1 where none holds, or they are a conflict. */
  readonly labelOf: (record: RecordIndex) => number;
  /** By label. */
  readonly verdicts: readonly LabelVerdict[];
}

/** What one key labels at once. */
export type LabelGroup =
  | { readonly kind: 'template'; readonly template: TemplateId }
  /** A number of the caller's for all sessions whose records have the same templates in the same order. */
  | { readonly kind: 'session'; readonly shape: number }
  /** The same of an incident with all its records. */
  | { readonly kind: 'incident'; readonly incident: number };
