import { seededRandom } from '../../../model/seeded-random';
import { shuffled } from '../../../model/shuffled';
import type { DatasetSequence } from '../../sequence';
import { largestRemainders } from '../../split/quotas';
import { splitNames } from '../../split/split';

/** `even`: as many of each class; `alike`: each class by its share of the whole. A class is a category, or normal. */
export type SubsetBalance = 'even' | 'alike';

export interface SubsetWishes {
  /** Sequences to draw; where there are fewer, all. */
  readonly count: number;
  readonly balance: SubsetBalance;
  readonly seed: number;
}

/**
 * Draws from each part of a split by its share of the whole, so that no sequence changes sides. Where a class has too few, others fill
 * in. `places`: by sequence, index into `splitNames`. Gives indices, ascending.
 */
export function subsetOf(
  sequences: readonly DatasetSequence[],
  places: Uint8Array,
  { count, balance, seed }: SubsetWishes,
): number[] {
  const random = seededRandom(seed);
  const parts = splitNames.map((_, place) => [...sequences.keys()].filter((at) => places[at] === place));
  const shares = largestRemainders(
    Math.min(count, sequences.length),
    parts.map(({ length }) => length),
  );
  return parts
    .flatMap((part, place) => drawn(classesOf(sequences, shuffled(part, random)), shares[place], balance))
    .sort((a, b) => a - b);
}

/** In an order that the draws do not change. */
function classesOf(sequences: readonly DatasetSequence[], part: readonly number[]): number[][] {
  const classes = new Map<string, number[]>();
  for (const at of part) {
    const { label, category } = sequences[at];
    const name = `${label} ${category ?? ''}`;
    const members = classes.get(name);
    if (members === undefined) classes.set(name, [at]);
    else members.push(at);
  }
  return [...classes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => members);
}

function drawn(classes: readonly number[][], count: number, balance: SubsetBalance): number[] {
  if (classes.length === 0) return [];
  const weights = classes.map(({ length }) => (balance === 'even' ? 1 : length));
  const quotas = largestRemainders(count, weights);
  const chosen = classes.flatMap((members, index) => members.slice(0, quotas[index]));
  const others = classes.flatMap((members, index) => members.slice(quotas[index]));
  return [...chosen, ...others.slice(0, count - chosen.length)];
}
