import type { OddCount } from './count-oddities';
import type { StepSurprise } from './order-model';

/**
 * Kinds of evidence against the counts of a sequence: all of it, events no other sequence has, and events that are to be expected.
 * Each is calibrated by itself: where counts vary so much that no count says anything, an unknown event still does.
 */
export const countKinds = ['counts', 'unknown', 'missing'] as const;
export type CountKind = (typeof countKinds)[number];

/** Nats. */
export interface Evidence {
  readonly strongest: number;
  readonly together: number;
}

export type CountEvidence = Readonly<Record<CountKind, Evidence>>;

export function countEvidence(odd: readonly OddCount[]): CountEvidence {
  return {
    counts: evidenceOf(odd),
    unknown: evidenceOf(odd.filter(({ kind }) => kind === 'unknown-event')),
    missing: evidenceOf(odd.filter(({ kind }) => kind === 'missing-event')),
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
 * Several oddities weigh ln(1 + Σ eˢ) together: the harmonic mean p-value (Wilson 2019), which holds however much the oddities
 * depend on one another.
 */
function evidenceOf(odd: readonly OddCount[]): Evidence {
  const sum = odd.reduce((each, { surprise }) => each + Math.exp(surprise), 0);
  return { strongest: Math.max(0, ...odd.map(({ surprise }) => surprise)), together: Math.log(1 + sum) };
}
