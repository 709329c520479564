/** What is known of the sequences that were learned. */
export type Purity = 'normal' | 'mixed';

/**
 * Share of the learned sequences that may score above the threshold, each judged as if it had not been learned. Normal
 * ones hold a few oddities that nobody saw; of a log that is compared with itself one in a hundred, and at least one, is
 * what is looked for.
 */
const tolerated: Readonly<Record<Purity, (sequences: number) => number>> = {
  normal: (sequences) => Math.floor(sequences / 500),
  mixed: (sequences) => Math.max(1, Math.floor(sequences / 100)),
};

/** Nats by which the threshold lies above what learned sequences reach. */
const margin = 0.05;

/**
 * Evidence, in nats, above which a sequence is odd: more than what fewer than two in all that was learned can show, and more
 * than the learned ones reach but for those tolerated.
 *
 * `evidence`: of every learned sequence compared with the others. Those compared with the whole would look too normal.
 */
export function thresholdOf(evidence: Float64Array, purity: Purity): number {
  const sequences = evidence.length;
  const reached = evidence.toSorted()[sequences - 1 - tolerated[purity](sequences)] ?? 0;
  return Math.max(Math.log((sequences + 1) / 2), reached + margin);
}
