import type { ViewLine } from '../../protocol/log-lines';
import type { SelectedLineNumbers } from '../shared/log-editors';

/** Where lines stand in the order that is shown. */
type PlacesOf = (lines: readonly ViewLine[]) => Promise<readonly number[]>;

interface Bounds {
  low: number;
  high: number;
}

/**
 * The lines between two rows of a merge, both included: each file keeps its own order, so of each they are one stretch, found by bisection
 * in all files at once. Line numbers count through all files, from 1.
 */
export async function stretchesBetween(
  { first, last }: SelectedLineNumbers,
  sourceLines: readonly number[],
  placesOf: PlacesOf,
): Promise<readonly SelectedLineNumbers[]> {
  const ends = await placesOf([(first - 1) as ViewLine, (last - 1) as ViewLine]);
  const begins = await firstAtOrBehind(Math.min(...ends), sourceLines, placesOf);
  const behind = await firstAtOrBehind(Math.max(...ends) + 1, sourceLines, placesOf);
  return begins
    .map((begin, source) => ({ first: begin + 1, last: behind[source] }))
    .filter((stretch) => stretch.last >= stretch.first);
}

/** Of each file the first line that stands at a place or behind it; behind its last line where none does. */
async function firstAtOrBehind(
  place: number,
  sourceLines: readonly number[],
  placesOf: PlacesOf,
): Promise<readonly number[]> {
  let before = 0;
  const files = sourceLines.map((lines): Bounds => {
    before += lines;
    return { low: before - lines, high: before };
  });
  for (;;) {
    const open = files.filter(({ low, high }) => low < high);
    if (open.length === 0) return files.map(({ low }) => low);
    const middles = open.map(({ low, high }) => Math.floor((low + high) / 2) as ViewLine);
    const places = await placesOf(middles);
    for (const [index, file] of open.entries()) {
      if (places[index] >= place) file.high = middles[index];
      else file.low = middles[index] + 1;
    }
  }
}
