import type { Sentence } from './finding';

/** How far a log is from the baseline it was judged by; shares are 0 to 1. */
export interface Drift {
  /** The baseline no longer says what is usual here: relearning is due. */
  readonly hasDrifted: boolean;
  /** Records below the level error of kinds the baseline lacks, in the middle one of eight stretches of the log: a trouble that passes is no drift. */
  readonly unknownShare: number;
  /** Above it the log has drifted: what stretches of the good logs had of each other. */
  readonly usualUnknownShare: number;
  /** Templates below the level error that the baseline lacks. */
  readonly unknownTemplates: number;
  /** Records beyond the share their kinds had in any stretch of a good log, in the middle stretch. */
  readonly excessShare: number;
  readonly usualExcessShare: number;
  /** Templates that should have come ten times and more by the baseline and did not. */
  readonly goneTemplates: number;
  /** What is told of it; null where it has not drifted. */
  readonly message: Sentence | null;
}
