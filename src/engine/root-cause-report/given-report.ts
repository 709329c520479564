import type { Citation } from '../citations/checked-citation';
import type { Severity } from '../model/finding';

/** A report as a model gave it: of the right shape, and nothing of it held against the log yet. */
export interface GivenReport {
  readonly summary: string;
  readonly needsActionNow: boolean;
  readonly findings: readonly GivenFinding[];
  readonly causes: readonly GivenCause[];
  readonly nextChecks: readonly string[];
}

export interface GivenFinding {
  readonly severity: Severity;
  readonly type: string;
  readonly detail: string;
  readonly evidence: readonly GivenEvidence[];
}

export interface GivenCause {
  readonly cause: string;
  readonly confidence: number;
  readonly evidence: readonly GivenEvidence[];
}

export interface GivenEvidence {
  /** None where what stands for it is no citation. */
  readonly citations: readonly Citation[];
  readonly quote: string;
}
