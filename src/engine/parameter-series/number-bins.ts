import type { SampledNumbers } from './sampled-values';

/** Quantiles by bin; NaN, and record -1, where there is no value. */
export interface BinnedNumbers {
  readonly count: Uint32Array;
  readonly min: Float64Array;
  /** Values that occur: the smallest that so many do not exceed. */
  readonly p50: Float64Array;
  readonly p90: Float64Array;
  readonly max: Float64Array;
  /** The first record that has the highest value. */
  readonly recordOfMax: Int32Array;
}

/** `binOf`: by value; those of bin -1 are in none. */
export function binNumbers(
  { values, records }: SampledNumbers,
  binOf: Int16Array,
  bins: number,
): BinnedNumbers {
  const order = Uint32Array.from(values.keys())
    .filter((i) => binOf[i] >= 0)
    .sort((a, b) => binOf[a] - binOf[b] || values[a] - values[b] || a - b);
  const binned = emptyBins(bins);
  for (let from = 0; from < order.length; ) {
    const bin = binOf[order[from]];
    let to = from + 1;
    while (to < order.length && binOf[order[to]] === bin) to++;
    const own = order.subarray(from, to);
    const valueAt = (place: number) => values[own[place]];
    const quantile = (share: number) => valueAt(Math.ceil(share * own.length) - 1);
    const highest = valueAt(own.length - 1);
    binned.count[bin] = own.length;
    binned.min[bin] = valueAt(0);
    binned.p50[bin] = quantile(0.5);
    binned.p90[bin] = quantile(0.9);
    binned.max[bin] = highest;
    binned.recordOfMax[bin] = records[own.find((i) => values[i] === highest) ?? own[0]];
    from = to;
  }
  return binned;
}

function emptyBins(bins: number): BinnedNumbers {
  const unknown = () => new Float64Array(bins).fill(Number.NaN);
  return {
    count: new Uint32Array(bins),
    min: unknown(),
    p50: unknown(),
    p90: unknown(),
    max: unknown(),
    recordOfMax: new Int32Array(bins).fill(-1),
  };
}
