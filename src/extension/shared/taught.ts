import type { TaughtLabel } from '../../engine/labels/label';
import type { DetectorWeights } from '../../engine/labels/label-report';

/** What people taught about a log. */
export interface Taught {
  /** What they said of it, in order. */
  readonly labels: readonly TaughtLabel[];
  /** What detectors count by; null: as they are built to. */
  readonly weights: DetectorWeights | null;
}
