/** What is known of the sequences that were learned. */
export type Purity = 'normal' | 'mixed';

/**
 * How many of the learned sequences may score above the threshold, each judged as if it had not been learned. Normal ones hold
 * a few oddities that nobody saw; of a log that is compared with itself one in a hundred, and at least one, is what
 * is looked for.
 */
const tolerated: Readonly<Record<Purity, (sequences: number) => number>> = {
  normal: (sequences) => Math.floor(sequences / 500),
  mixed: (sequences) => Math.max(1, Math.floor(sequences / 100)),
};

/** Nats by which the threshold lies above what learned sequences reach. */
const margin = 0.05;

/** Interleaving makes ever new steps: only half as many again as any normal sequence has are more than that. */
const stepMargin = 1.5;

/** In nats; what surprises less is shown by two sequences or more of as many as were learned. */
export function leastEvidence(sequences: number): number {
  return Math.log((sequences + 1) / 2);
}

/**
 * Evidence above which counts are odd: more than the learned sequences reach but for those tolerated.
 *
 * `evidence`: of every learned sequence compared with the others. Those compared with the whole would look too normal.
 */
export function countThreshold(evidence: Float64Array, purity: Purity): number {
  return highestBut(tolerated[purity](evidence.length), evidence) + margin;
}

/** The same of steps. Of normal sequences none is left out: the commonest order is not the only one. */
export function stepThreshold(evidence: Float64Array, purity: Purity): number {
  return stepMargin * highestBut(purity === 'normal' ? 0 : tolerated[purity](evidence.length), evidence);
}

function highestBut(left: number, evidence: Float64Array): number {
  return evidence.toSorted()[evidence.length - 1 - left] ?? 0;
}
