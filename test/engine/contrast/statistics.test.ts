import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { devianceOf, intervalOf, ratioOf } from '../../../src/engine/contrast/compare-shares';
import { correctedChances } from '../../../src/engine/contrast/corrected';
import { historyOf } from '../../../src/engine/contrast/history';
import { Opportunity } from '../../../src/engine/contrast/opportunity';
import { lnTailOfT, t95 } from '../../../src/engine/contrast/student-t';
import { noWindow, TimeRegions } from '../../../src/engine/contrast/time-regions';
import { seededRandom } from '../../../src/engine/model/seeded-random';

describe("Student's t", () => {
  // Critical values as statistical tables have them: two-sided 0.05, 0.01 and 0.001.
  it.each([
    [2.228, 10, 0.05],
    [3.169, 10, 0.01],
    [2.042, 30, 0.05],
    [4.587, 10, 0.001],
    [12.706, 1, 0.05],
    [1.96, 1e9, 0.05],
  ])('lies beyond %f at %i degrees with the chance of a table', (t, degrees, chance) => {
    expect(Math.exp(lnTailOfT(t, degrees))).toBeCloseTo(chance, 3);
    expect(Math.exp(lnTailOfT(-t, degrees))).toBeCloseTo(chance, 3);
  });

  it.each([
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
  ])('has nineteen of twenty values within a table’s at %i degrees', (degrees, expected) => {
    expect(t95(degrees)).toBeCloseTo(expected, 1);
  });

  it('has chances that can be compared where no double holds them', () => {
    expect(lnTailOfT(100, 500)).toBeLessThan(lnTailOfT(90, 500));
    expect(lnTailOfT(0, 5)).toBe(0);
  });
});

describe('chances corrected for many comparisons', () => {
  const chances = fc.array(fc.double({ min: 1e-12, max: 1, noNaN: true }), { maxLength: 30 });

  it('grow with what was compared, keep their order and are never above 1', () => {
    fc.assert(
      fc.property(chances, fc.nat(50), (own, more) => {
        const corrected = correctedChances(
          own.map((chance) => Math.log(chance)),
          own.length + more,
        );
        for (const [i, chance] of own.entries()) {
          expect(corrected[i]).toBeGreaterThanOrEqual(chance * 0.999);
          expect(corrected[i]).toBeLessThanOrEqual(1);
          for (const [k, other] of own.entries())
            if (chance < other) expect(corrected[i]).toBeLessThanOrEqual(corrected[k]);
        }
      }),
    );
  });

  it('are multiplied by what is left to compare', () => {
    const corrected = correctedChances([Math.log(0.01), Math.log(0.001)], 4);
    expect(corrected[1]).toBeCloseTo(0.004, 9);
    expect(corrected[0]).toBeCloseTo(0.03, 9);
  });
});

describe('two shares', () => {
  it('that are equal have no deviance, and a ratio of 1 within its interval', () => {
    const shares = { focus: 10, focusOf: 100, against: 100, againstOf: 1000 };
    expect(devianceOf(shares)).toBeCloseTo(0, 9);
    expect(ratioOf(shares)).toBe(1);
    const [low, high] = intervalOf(shares, 1, 1.96);
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(1);
  });

  it('of which one is 0 have no ratio and an open interval', () => {
    const none = { focus: 20, focusOf: 100, against: 0, againstOf: 1000 };
    expect(ratioOf(none)).toBeNull();
    expect(intervalOf(none, 1, 1.96)[1]).toBeNull();
    expect(intervalOf({ ...none, focus: 0, against: 50 }, 1, 1.96)[0]).toBe(0);
  });
});

describe('the history of an item', () => {
  const sizes = Uint32Array.from({ length: 100 }, () => 200);
  const opportunity = new Opportunity(200, 20_000, sizes);
  const drawn = (countOf: (random: () => number) => number) => {
    const random = seededRandom(3);
    const counts = Array.from(sizes, () => countOf(random));
    const windows = [...counts.keys()].filter((i) => counts[i] > 0);
    return { focus: 0, against: 0, windows, counts: windows.map((i) => counts[i]) };
  };
  const binomial = (random: () => number, p: number) =>
    Array.from({ length: 200 }, () => Number(random() < p)).reduce((a, b) => a + b, 0);

  it('knows records that come one by one from those that come in bursts', () => {
    const oneByOne = historyOf(
      drawn((random) => binomial(random, 0.1)),
      opportunity,
      5,
    );
    const inBursts = historyOf(
      drawn((random) => (random() < 0.1 ? 150 : 5)),
      opportunity,
      5,
    );
    expect(oneByOne.correlation).toBeLessThan(0.01);
    expect(inBursts.correlation).toBeGreaterThan(0.3);
    expect(inBursts.varianceLog).toBeGreaterThan(oneByOne.varianceLog * 5);
  });

  it('counts the windows that should have had it', () => {
    expect(
      historyOf(
        drawn((random) => (random() < 0.5 ? 40 : 0)),
        opportunity,
        5,
      ).missed,
    ).toBeGreaterThan(20);
  });
});

describe('windows of the history', () => {
  const span = { fromMs: 0, untilMs: 1_000_000 };

  it('never overlap the focus or stand beside it, and are all of one length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_000 }),
        fc.integer({ min: 1, max: 900_000 }),
        (from, length) => {
          const until = Math.min(span.untilMs, from + length);
          const focus = { from: BigInt(from) * 1_000_000n, until: BigInt(until) * 1_000_000n };
          const regions = new TimeRegions(span, focus, null);
          const { windowLength } = regions;
          for (const offset of [0.5, windowLength / 2, windowLength * 0.99])
            for (const ms of [from - offset, until + offset, (from + until) / 2])
              expect(regions.windows[regions.regionOf(ms)]).toBe(noWindow);
          const seen = new Set(regions.windows);
          seen.delete(noWindow);
          expect(seen.size).toBe(regions.windowCount);
          expect(windowLength).toBeLessThanOrEqual(Math.max(until - from, 1_000_000 / 16_384) + 1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
