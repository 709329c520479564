/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const madScale = 1.4826;
/** Left out on either side of the mean and deviation: an outbreak must not hide itself. */
const trimmedShare = 0.1;
/** A normal distribution without its outermost tenths has this share of its deviation. */
const trimmedDeviation = 0.66;

/** Where the middle of some numbers lies, and how far they usually are from it. */
export interface Spread {
  readonly median: number;
  /** The wider of two estimates of the standard deviation: from the median absolute deviation, and from the trimmed values. */
  readonly deviation: number;
}

/** Not of none. */
export function spreadOf(values: ArrayLike<number>): Spread {
  const sorted = Float64Array.from(values).sort();
  const median = quantile(sorted, 0.5);
  const apart = sorted.map((value) => Math.abs(value - median)).sort();
  return { median, deviation: Math.max(madScale * quantile(apart, 0.5), trimmedSigma(sorted)) };
}

/** A value that occurs. `sorted` ascending and not empty. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function trimmedSigma(sorted: Float64Array): number {
  const outer = Math.floor(sorted.length * trimmedShare);
  const kept = sorted.subarray(outer, sorted.length - outer);
  const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
  const squares = kept.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / kept.length) / trimmedDeviation;
}

/**
 * Counts of a Poisson process, made so that their standard deviation is about 1 whatever their mean (Anscombe, Biometrika
 * 1948).
 */
export function stabilised(count: number): number {
  return 2 * Math.sqrt(count + 3 / 8);
}

/** −log10 of the chance that a normal value lies more than `z` deviations above its mean; 0 below it. */
export function tailDecades(z: number): number {
  if (z <= 0) return 0;
  // The lower of the two bounds of Mills' ratio (Gordon 1941); 1 % off at z = 10, 10 % at 3.
  const lnTail = -(z * z) / 2 - Math.log(Math.sqrt(2 * Math.PI)) - Math.log(z + 1 / z);
  return Math.max(0, -lnTail / Math.LN10);
}
