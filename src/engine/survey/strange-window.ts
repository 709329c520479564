import type { Sentence } from '../model/finding';

/** Some steps in which the volume left what is usual for it. */
export interface StrangeWindow {
  /** Steps `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'burst' | 'drop' | 'silence' | 'shift';
  /** Index of the series it was seen in most clearly. */
  readonly series: number;
  /** 0 to 1; strongest first. */
  readonly score: number;
  readonly reason: Sentence;
}

/** What to fetch of a range that is too large to be fetched whole. */
export interface FetchPlan {
  /** By time, without overlap. */
  readonly parts: readonly PlannedPart[];
  /** Entries of all parts, as far as the volume tells. */
  readonly entries: number;
}

export interface PlannedPart {
  /** Steps `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** `strange`: fetched whole where the budget allows; `around`: what is usual, to compare with. */
  readonly why: 'strange' | 'around';
  /** The newest so many entries; null is all. */
  readonly limit: number | null;
  readonly entries: number;
}
