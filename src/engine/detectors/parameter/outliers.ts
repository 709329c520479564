import type { NumberSpread } from './tail-fit';

export interface Outlier {
  /** Index among the column's cells. */
  readonly place: number;
  /** −log10 of how many such columns it takes to see one. */
  readonly decades: number;
}

/** More of them are no outliers but how the column is, unless they come together: in this part of what chance would spread them over. */
const mostOutliers = 0.01;
const alwaysSome = 3;
const episodePart = 1 / 3;

/** Neighbours looked at together, and how many of them must be far out. */
const together = 10;
const farOut = 5;
/** ln of the ways to choose them, 10 over 5. */
const logWays = Math.log(252);
/** A neighbour counts as no rarer than this: load makes slow requests come in company. */
const rarestNeighbour = Math.log(0.01);

/** The numbers from `known` on that lie far from the spread, alone or in company; NaN left out. In order. */
export function outliers(numbers: Float64Array, known: number, spread: NumberSpread): Outlier[] {
  const logShares = numbers.map((value, i) =>
    i < known || Number.isNaN(value) ? 0 : spread.logShareBeyond(value),
  );
  const decades = new Map<number, number>();
  for (const outlier of [
    ...lonely(logShares, known, spread.count),
    ...companies(numbers, logShares, known, spread),
  ]) {
    decades.set(outlier.place, Math.max(outlier.decades, decades.get(outlier.place) ?? 0));
  }
  return [...decades].sort((a, b) => a[0] - b[0]).map(([place, value]) => ({ place, decades: value }));
}

/** Each for itself: so many numbers, so many chances. */
function lonely(logShares: Float64Array, known: number, count: number): Outlier[] {
  const limit = -Math.log(count);
  const found: Outlier[] = [];
  for (let place = known; place < logShares.length; place++) {
    if (logShares[place] < limit) found.push({ place, decades: (limit - logShares[place]) / Math.LN10 });
  }
  return areFew(found, logShares.length - known) ? found : [];
}

function areFew(found: readonly Outlier[], cells: number): boolean {
  const count = found.length;
  if (count <= Math.max(alwaysSome, cells * mostOutliers)) return true;
  const width = found[count - 1].place - found[0].place;
  return width <= cells * ((count - 1) / (count + 1)) * episodePart;
}

/**
 * Half of ten neighbours far out on one side: a level that shifted, though no value is far enough by itself. The chance that the
 * fifth most extreme of ten lies where only the share p lies is at most 252 p⁵.
 */
function companies(
  numbers: Float64Array,
  logShares: Float64Array,
  known: number,
  { sorted, count }: NumberSpread,
): Outlier[] {
  const median = sorted[Math.ceil(sorted.length / 2) - 1];
  const found: Outlier[] = [];
  for (const isAbove of [true, false]) {
    const sided = logShares.map((share, i) => (numbers[i] > median === isAbove ? share : 0));
    found.push(...shifts(sided, known, count));
  }
  return found;
}

/** What comes again and again all over the column is another level it has, no shift: half of all so far out must be here. */
function isEpisode(ascending: Float64Array, window: Float64Array, limit: number): boolean {
  const here = window.filter((share) => share <= limit).length;
  const last = here * 2;
  return last >= ascending.length || ascending[last] > limit;
}

function shifts(logShares: Float64Array, known: number, count: number): Outlier[] {
  const ascending = logShares.toSorted();
  const found: Outlier[] = [];
  for (let from = known; from + together <= logShares.length; from++) {
    // Few windows hold enough to be worth sorting.
    if (logShares[from] > rarestNeighbour / 2) continue;
    const window = logShares.subarray(from, from + together);
    const fifth = window.toSorted()[farOut - 1];
    const decades = -(Math.log(count) + logWays + farOut * Math.max(fifth, rarestNeighbour)) / Math.LN10;
    if (decades <= 0 || !isEpisode(ascending, window, fifth)) continue;
    for (const [i, share] of window.entries()) if (share <= fifth) found.push({ place: from + i, decades });
  }
  return found;
}
