import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/engine/model/seeded-random';

function stream(seed: number, length: number): number[] {
  const next = seededRandom(seed);
  return Array.from({ length }, next);
}

describe('seeded random', () => {
  it('stays in [0, 1) and repeats itself for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const numbers = stream(seed, 500);
        expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
        expect(stream(seed, 500)).toEqual(numbers);
      }),
    );
  });

  it('gives neighbouring seeds unlike streams', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const other = stream(seed + 1, 100);
        expect(stream(seed, 100).filter((number, index) => number === other[index])).toEqual([]);
      }),
    );
  });

  it('fills a hundred equal bins evenly', () => {
    const bins = new Array<number>(100).fill(0);
    for (const number of stream(42, 100_000)) bins[Math.floor(number * 100)]++;
    // Chi-square with 99 degrees of freedom: a fair stream exceeds 148 once in a thousand seeds.
    const chiSquare = bins.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chiSquare).toBeLessThan(148);
  });
});
