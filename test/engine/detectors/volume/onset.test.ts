import { describe, expect, it } from 'vitest';
import { Onset } from '../../../../src/engine/detectors/volume/onset';

const windowMs = 10_000;
const every = (ms: number, from: number, until = windowMs) =>
  Array.from({ length: Math.ceil((until - from) / ms) }, (_, i) => from + i * ms);

/** Where a rise from `usual` to `raised` records a window sets in. */
function onsetIn(times: readonly number[], usual: number, raised: number): number | undefined {
  const onset = new Onset(usual, raised, windowMs);
  return times.filter((ms) => onset.isBetter(ms)).at(-1);
}

const cases: readonly (readonly [string, readonly number[], number, number, number])[] = [
  ['at the first record where all of the window is raised', every(100, 0), 5, 100, 0],
  ['after a record that came by chance', [300, ...every(100, 6_000)], 5, 100, 6_000],
  ['after many that come as ever', [...every(1_000, 0, 6_000), ...every(50, 6_000)], 10, 200, 6_000],
  ['where nothing is usual, at the first of many', [300, ...every(100, 6_000)], 0, 100, 6_000],
  ['at the first of records of one time', Array(20).fill(4_000), 1, 20, 4_000],
];

describe('an outbreak sets in', () => {
  it.each(cases)('%s', (_, times, usual, raised, expected) => {
    expect(onsetIn(times, usual, raised)).toBe(expected);
  });
});
