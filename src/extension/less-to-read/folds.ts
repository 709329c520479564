import type { ShownLines } from '../../protocol/line-facts';

/** A run of records that is one row; lines from 0, both part of it. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly records: number;
  /** From its first record's time to its last's; NaN where one has none. */
  readonly milliseconds: number;
}

/** In line order, as they come. */
export function foldsOf(folds: ShownLines['folds']): Fold[] {
  if (folds === null) return [];
  const places = new Uint32Array(folds.places);
  const milliseconds = new Float64Array(folds.milliseconds);
  return Array.from(milliseconds, (length, index) => ({
    first: places[index * 3],
    last: places[index * 3 + 1],
    records: places[index * 3 + 2],
    milliseconds: length,
  }));
}

/** Those an editor that folds so many regions can fold: the longest, in line order. One of a single line has nothing to fold. */
export function longestFolds(folds: readonly Fold[], maximum: number): Fold[] {
  const long = folds.filter(({ first, last }) => last > first);
  if (long.length <= maximum) return long;
  const longest = long.toSorted((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  return longest.slice(0, Math.max(0, maximum)).sort((a, b) => a.first - b.first);
}

/** The fold a line is in. `folds` in line order. */
export function foldAt(folds: readonly Fold[], line: number): Fold | undefined {
  let low = 0;
  let high = folds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (folds[middle].last < line) low = middle + 1;
    else high = middle;
  }
  return folds[low]?.first <= line ? folds[low] : undefined;
}
