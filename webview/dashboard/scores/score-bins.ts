/** Bin i holds the scores from i / 100 on, the last 1 too (ScoreShape). */
export const binCount = 100;
/** A line at 0 would mark whatever a detector scored at all. */
export const leastThreshold = 0.01;

/** Records that score at least so much; of the bin the threshold lies in, its part above it. */
export function countFrom(bins: Uint32Array, threshold: number): number {
  const at = Math.min(binCount - 1, Math.max(0, threshold * binCount));
  const first = Math.floor(at + 1e-9);
  const partOfFirst = Math.min(1, first + 1 - at);
  let count = bins[first] * partOfFirst;
  for (let bin = first + 1; bin < bins.length; bin++) count += bins[bin];
  return Math.round(count);
}

/** On the edge of a bin, where the count is exact. */
export function snapped(threshold: number): number {
  const bin = Math.round(threshold * binCount);
  return Math.min(1, Math.max(leastThreshold, bin / binCount));
}

/** Where a key takes the line; undefined where it is none of these. */
export function thresholdBy(key: string, threshold: number): number | undefined {
  const step = 1 / binCount;
  const to: Readonly<Record<string, number>> = {
    ArrowRight: threshold + step,
    ArrowUp: threshold + step,
    ArrowLeft: threshold - step,
    ArrowDown: threshold - step,
    PageUp: threshold + 10 * step,
    PageDown: threshold - 10 * step,
    Home: leastThreshold,
    End: 1,
  };
  return Object.hasOwn(to, key) ? snapped(to[key]) : undefined;
}
