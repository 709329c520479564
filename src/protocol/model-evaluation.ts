import type { SequenceLabel } from '../engine/dataset/sequence';

/** Examples the built-in detectors are to judge, as a model is asked about them. */
export interface JudgeRequest {
  /** Files of a data set: learned from, and judged. */
  readonly train: string;
  readonly test: string;
  /** So many examples, evenly from all; null takes each. */
  readonly limit: number | null;
}

export interface DetectorVerdicts {
  /** By example, in the order of the file. */
  readonly verdicts: readonly SequenceLabel[];
  /** Normal sequences they learned from. */
  readonly learned: number;
  readonly seconds: number;
}
