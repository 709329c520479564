import { seededRandom } from '../../model/seeded-random';

/** What is kept, and how many were left out for what. */
export interface Chosen {
  /** Ascending. */
  readonly kept: Uint32Array;
  readonly nearDuplicates: number;
  readonly balanced: number;
}

/** Sequences between two steps. */
const stepSequences = 1 << 13;

/**
 * One sequence of each shape, an anomalous one where there is one; then, where asked for, as many of either label as there are of the
 * rarer one, drawn by the seed. Yields so that others can work in between.
 */
export function* chooseSequences(
  shapes: Float64Array,
  anomalous: Uint8Array,
  { balances, seed }: { readonly balances: boolean; readonly seed: number },
): Generator<void, Chosen> {
  const single = yield* oneOfEach(shapes, anomalous);
  const kept = balances ? yield* balanced(single, anomalous, seed) : single;
  return { kept, nearDuplicates: shapes.length - single.length, balanced: single.length - kept.length };
}

function* oneOfEach(shapes: Float64Array, anomalous: Uint8Array): Generator<void, Uint32Array> {
  const firsts = new Map<number, number>();
  const isKept = new Uint8Array(shapes.length);
  for (let sequence = 0; sequence < shapes.length; sequence++) {
    const first = firsts.get(shapes[sequence]);
    if (first === undefined || anomalous[sequence] > anomalous[first]) {
      firsts.set(shapes[sequence], sequence);
      if (first !== undefined) isKept[first] = 0;
      isKept[sequence] = 1;
    }
    if (sequence % stepSequences === 0) yield;
  }
  return placesOf(isKept, firsts.size);
}

/** Ascending. */
function placesOf(isKept: Uint8Array, count: number): Uint32Array {
  const places = new Uint32Array(count);
  let at = 0;
  for (let place = 0; place < isKept.length; place++) if (isKept[place] === 1) places[at++] = place;
  return places;
}

function* balanced(
  sequences: Uint32Array,
  anomalous: Uint8Array,
  seed: number,
): Generator<void, Uint32Array> {
  const random = seededRandom(seed);
  const sides = [0, 1].map((label) => sequences.filter((sequence) => anomalous[sequence] === label));
  const fewest = Math.min(...sides.map(({ length }) => length));
  const isKept = new Uint8Array(anomalous.length);
  for (const side of sides) yield* draw(side, fewest, random, isKept);
  return placesOf(isKept, fewest * sides.length);
}

/** So many of them, each as likely as any other. */
function* draw(
  items: Uint32Array,
  count: number,
  random: () => number,
  isKept: Uint8Array,
): Generator<void, void> {
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(random() * (items.length - at));
    [items[at], items[other]] = [items[other], items[at]];
    isKept[items[at]] = 1;
    if (at % stepSequences === 0) yield;
  }
}
