import type { OddCount } from './count-oddities';
import type { StepSurprise } from './order-model';

/** What speaks against the counts of a sequence, in nats: all of it, and two kinds of it by themselves. */
export interface CountEvidence {
  readonly counts: number;
  /** Events no other sequence has. */
  readonly unknown: number;
  /** Events that are to be expected. */
  readonly missing: number;
}

/** Each is calibrated by itself: where counts vary so much that no count says anything, an unknown event still does. */
export const countKinds = ['counts', 'unknown', 'missing'] as const;

export function countEvidence(odd: readonly OddCount[]): CountEvidence {
  return {
    counts: together(odd),
    unknown: together(odd.filter(({ kind }) => kind === 'unknown-event')),
    missing: together(odd.filter(({ kind }) => kind === 'missing-event')),
  };
}

/**
 * Against its order: nats over the root of its length, since the surprises of a normal sequence grow like it.
 * `length` counts the end too.
 */
export function stepEvidence(odd: readonly StepSurprise[], length: number): number {
  return totalSurprise(odd) / Math.sqrt(length);
}

export function totalSurprise(odd: readonly StepSurprise[]): number {
  return odd.reduce((sum, { surprise }) => sum + surprise, 0);
}

/**
 * Several oddities weigh ln(1 + Σ eˢ): the harmonic mean p-value (Wilson 2019), which holds however much the oddities depend
 * on one another.
 */
function together(odd: readonly OddCount[]): number {
  return Math.log(1 + odd.reduce((sum, { surprise }) => sum + Math.exp(surprise), 0));
}
