/** Fewer numbers have no tail to speak of. */
export const fewestNumbers = 50;
const fewestBeyond = 10;
/** Quantiles of more numbers than this are those of so many, evenly spread. */
export const mostSorted = 8192;

/** What the numbers of a column look like. */
export interface NumberSpread {
  /** Those that are looked at, ascending. */
  readonly sorted: Float64Array;
  /** All of them. */
  readonly count: number;
  /** Natural logarithm of the share of such numbers, at most 0, that lie as far out as `value` on its side. */
  logShareBeyond(value: number): number;
}

/** Natural logarithm of the share of numbers above `y`, which is counted from the median. */
type LogTail = (y: number) => number;

/** A scale on which numbers are compared, with the tails on it. */
interface Scale {
  readonly of: (value: number) => number;
  readonly median: number;
  readonly upper: LogTail;
  readonly lower: LogTail;
}

/**
 * Fits both tails of the numbers, NaN left out; undefined where there are too few.
 *
 * A tail is a stretched exponential, S(y) = exp(−(y / s)^c) / 2 above the median (Laherrère, Sornette 1998), with c and s from the
 * quantiles at 0.8 and 0.9, which outliers hardly move. It is fitted to the numbers and to their logarithms, where an
 * exponential is a power law, and the fit that is less surprised counts: so a heavy tail is taken for what it is.
 */
export function numberSpread(numbers: Float64Array): NumberSpread | undefined {
  const finite = numbers.filter((value) => !Number.isNaN(value));
  if (finite.length < fewestNumbers) return undefined;
  const step = Math.max(1, finite.length / mostSorted);
  const sorted = Float64Array.from(
    { length: Math.floor(finite.length / step) },
    (_, i) => finite[Math.floor(i * step)],
  ).sort();
  return spreadOfSorted(sorted, finite.length);
}

/** The same of numbers, ascending, that stand for `count`. */
export function spreadOfSorted(sorted: Float64Array, count: number): NumberSpread | undefined {
  if (count < fewestNumbers) return undefined;
  const plain = scaleOf(sorted, (value) => value);
  const logarithmic = sorted[0] > 0 ? scaleOf(sorted, Math.log) : undefined;
  return {
    sorted,
    count,
    logShareBeyond: (value) => {
      const share = shareOn(plain, value);
      // Zero is infinitely far below in logarithms; how far it is at all, the plain fit says.
      return logarithmic === undefined || value <= 0 ? share : Math.max(share, shareOn(logarithmic, value));
    },
  };
}

function shareOn({ of, median, upper, lower }: Scale, value: number): number {
  const y = of(value) - median;
  return y >= 0 ? upper(y) : lower(-y);
}

function scaleOf(sorted: Float64Array, of: (value: number) => number): Scale {
  const scaled = sorted.map(of);
  const median = quantile(scaled, 0.5);
  return {
    of,
    median,
    upper: tailOf(scaled.map((value) => value - median)),
    lower: tailOf(scaled.toReversed().map((value) => median - value)),
  };
}

/** −ln(2 S) where S is 0.2 and 0.1. */
const at80 = Math.log(2.5);
const at90 = Math.log(5);
/** The tail of a normal distribution looks like this between the two quantiles; what is steeper there may not go on so. */
const steepest = 1.34;
/** So many numbers say half as much about the tail's shape as they seem to. */
const shapeDoubt = 100;

/** The upper tail of ascending numbers counted from their median. */
function tailOf(ascending: Float64Array): LogTail {
  const y80 = quantile(ascending, 0.8);
  const y90 = quantile(ascending, 0.9);
  if (y80 <= 0 || y90 <= y80) return tailBeyondTies(ascending);
  const seen = Math.log(at90 / at80) / Math.log(y90 / y80);
  const trust = ascending.length / (ascending.length + shapeDoubt);
  const shape = 1 + (Math.min(steepest, Math.max(1, seen)) - 1) * trust;
  // Of k numbers beyond it a quantile is uncertain by about 1 / √k; two of these are added.
  const scale = y80 * (1 + 2 / Math.sqrt(0.2 * ascending.length));
  return (y) => -Math.LN2 - at80 * (y / scale) ** shape;
}

/** Where many numbers are equal: those above them, by their median excess. Nothing surprises where they are too few. */
function tailBeyondTies(ascending: Float64Array): LogTail {
  const from = quantile(ascending, 0.8);
  const beyond = ascending.subarray(firstAbove(ascending, from));
  if (beyond.length < fewestBeyond) return () => 0;
  const scale = (quantile(beyond, 0.5) - from) * (1 + 2 / Math.sqrt(beyond.length));
  const share = Math.log(beyond.length / ascending.length);
  return (y) => (y <= from ? 0 : share - Math.LN2 * ((y - from) / scale));
}

function quantile(ascending: Float64Array, share: number): number {
  return ascending[Math.ceil(share * ascending.length) - 1];
}

function firstAbove(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
