import type { ParameterSeries } from '../../../src/protocol/log-shape';

export type NumberSeries = NonNullable<ParameterSeries['numbers']>;

/** The values of all bins together, as far as the bins tell. */
export interface NumberExtent {
  readonly min: number;
  /** The middle one of the bins' medians. */
  readonly middle: number;
  readonly max: number;
  readonly maxBin: number;
}

/** Undefined where no bin has a value. */
export function extentOf({ count, min, max, p50 }: NumberSeries): NumberExtent | undefined {
  const filled = [...count.keys()].filter((bin) => count[bin] > 0);
  if (filled.length === 0) return undefined;
  const medians = filled.map((bin) => p50[bin]).sort((a, b) => a - b);
  const maxBin = filled.reduce((high, bin) => (max[bin] > max[high] ? bin : high));
  return {
    min: filled.reduce((low, bin) => Math.min(low, min[bin]), Number.POSITIVE_INFINITY),
    middle: medians[medians.length >> 1],
    max: max[maxBin],
    maxBin,
  };
}

/** Runs of bins that have values, each from the first to behind the last. */
export function filledRuns(count: Uint32Array): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [bin, values] of count.entries()) {
    if (values === 0) continue;
    const last = runs.at(-1);
    if (last && last[1] === bin) last[1] = bin + 1;
    else runs.push([bin, bin + 1]);
  }
  return runs;
}
