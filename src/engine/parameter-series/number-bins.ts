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
export function binNumbers(numbers: SampledNumbers, binOf: Int16Array, bins: number): BinnedNumbers {
  const { values } = numbers;
  const order = Uint32Array.from(values.keys())
    .filter((i) => binOf[i] >= 0)
    .sort((a, b) => binOf[a] - binOf[b] || values[a] - values[b] || a - b);
  const binned = emptyBins(bins);
  for (let from = 0; from < order.length; ) {
    const bin = binOf[order[from]];
    let to = from + 1;
    while (to < order.length && binOf[order[to]] === bin) to++;
    fill(binned, bin, order.subarray(from, to), numbers);
    from = to;
  }
  return binned;
}

/** `own`: places of the bin's values, ascending by value. */
function fill(
  binned: BinnedNumbers,
  bin: number,
  own: Uint32Array,
  { values, records }: SampledNumbers,
): void {
  const { length } = own;
  const quantile = (share: number) => values[own[Math.ceil(share * length) - 1]];
  const highest = values[own[length - 1]];
  let first = length - 1;
  while (first > 0 && values[own[first - 1]] === highest) first--;
  binned.count[bin] = length;
  binned.min[bin] = values[own[0]];
  binned.p50[bin] = quantile(0.5);
  binned.p90[bin] = quantile(0.9);
  binned.max[bin] = highest;
  binned.recordOfMax[bin] = records[own[first]];
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
