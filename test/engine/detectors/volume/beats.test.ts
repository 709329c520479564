import { describe, expect, it } from 'vitest';
import { missedBeats } from '../../../../src/engine/detectors/volume/beats';

const minute = 60_000;
/** Beats at these minutes, each a second or so late. */
const at = (...minutes: readonly number[]) => minutes.map((time, i) => time * minute + ((i * 137) % 900));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

const cases: readonly (readonly [
  string,
  readonly number[],
  number,
  readonly [number, number] | undefined,
])[] = [
  ['never late', at(...range(0, 40)), 40, undefined],
  ['one missed', at(...range(0, 20), ...range(21, 40)), 40, undefined],
  ['nine missed', at(...range(0, 20), ...range(29, 40)), 40, [19, 9]],
  ['stops for good', at(...range(0, 20)), 40, [19, 20]],
  ['a burst of retries that ends', at(...range(15, 25)), 60, undefined],
  ['begins late, goes on for long and stops', at(...range(15, 40)), 55, [24, 15]],
  ['stops where the log ends', at(...range(0, 20)), 21, undefined],
  ['too young to be a habit', at(...range(0, 5)), 40, undefined],
  ['now and then', at(0, 1, 5, 6, 7, 13, 15, 22, 23, 24, 31), 60, undefined],
  ['a habit of pausing', at(...[0, 10, 20, 30].flatMap((from) => range(from, from + 5))), 40, undefined],
];

describe('missed beats', () => {
  it.each(cases)('%s', (_, times, until, expected) => {
    const missed = missedBeats(times, { fromMs: 0, untilMs: until * minute });
    expect(missed && [missed.last, missed.missed]).toEqual(expected);
  });
});
