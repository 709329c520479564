import { seededRandom } from '../../model/seeded-random';
import type { ExportSettings } from './export-settings';
import { Mark } from './record-marks';
import type { SequenceMarks } from './sequence-marks';

/** What is kept, and how many were left out for what. */
export interface Chosen {
  /** Ascending. */
  readonly kept: Uint32Array;
  readonly unlabelled: number;
  readonly nearDuplicates: number;
  readonly balanced: number;
}

/** Sequences between two steps. */
const stepSequences = 1 << 13;

/**
 * Those somebody spoke of, or all; one sequence of each shape, an anomalous one where there is one; then, where asked for, as many of either label as there are of the
 * rarer one, drawn by the seed. Yields so that others can work in between.
 */
export function* chooseSequences(
  marks: Pick<SequenceMarks, 'shapes' | 'anomalous' | 'said'>,
  { balances, labelledOnly, seed }: Pick<ExportSettings, 'balances' | 'labelledOnly' | 'seed'>,
): Generator<void, Chosen> {
  const all = marks.shapes.length;
  const unlabelled = labelledOnly ? unlabelledIn(marks.said) : 0;
  const single = yield* oneOfEach(marks, labelledOnly);
  const kept = balances ? yield* balanced(single, marks.anomalous, seed) : single;
  return {
    ...{ kept, unlabelled },
    nearDuplicates: all - unlabelled - single.length,
    balanced: single.length - kept.length,
  };
}

function unlabelledIn(said: Uint8Array): number {
  let count = 0;
  for (const mark of said) if (mark === Mark.none) count++;
  return count;
}

function* oneOfEach(
  { shapes, anomalous, said }: Pick<SequenceMarks, 'shapes' | 'anomalous' | 'said'>,
  labelledOnly: boolean,
): Generator<void, Uint32Array> {
  const firsts = new Map<number, number>();
  const isKept = new Uint8Array(shapes.length);
  for (let sequence = 0; sequence < shapes.length; sequence++) {
    if (sequence % stepSequences === 0) yield;
    if (labelledOnly && said[sequence] === Mark.none) continue;
    const first = firsts.get(shapes[sequence]);
    if (first === undefined || anomalous[sequence] > anomalous[first]) {
      firsts.set(shapes[sequence], sequence);
      if (first !== undefined) isKept[first] = 0;
      isKept[sequence] = 1;
    }
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
