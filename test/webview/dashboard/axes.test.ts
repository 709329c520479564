import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { powerTicks, roundTicks } from '../../../webview/dashboard/axes';

describe('marks of an axis of numbers', () => {
  test.each<readonly [number, number, number, readonly number[]]>([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [0, 1, 4, [0, 0.5, 1]],
    [0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
    [0.0012, 0.0049, 4, [0.002, 0.003, 0.004]],
    [-3, 3, 3, [-2, 0, 2]],
    [5, 5, 4, [5]],
    [Number.NaN, 5, 4, []],
  ])('from %d to %d, about %d', (min, max, most, ticks) => {
    expect(roundTicks(min, max, most)).toEqual(ticks);
  });

  test('are few, in order, and within', () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 12 }), (a, b, most) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(max - min > 1e-6 * Math.max(Math.abs(min), Math.abs(max)));
        const ticks = roundTicks(min, max, most);
        const slack = (max - min) * 1e-6;
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        expect([...ticks].sort((x, y) => x - y)).toEqual(ticks);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(min - slack);
          expect(tick).toBeLessThanOrEqual(max + slack);
        }
      }),
    );
  });

  test.each<readonly [number, number, number, readonly number[]]>([
    [1, 1000, 5, [1, 10, 100, 1000]],
    [0.003, 20, 9, [0.001, 0.01, 0.1, 1, 10, 100]],
    [1, 1e9, 3, [1, 1e3, 1e6, 1e9]],
  ])('powers of ten from %d to %d', (min, max, most, ticks) => {
    expect(powerTicks(min, max, most)).toEqual(ticks);
  });
});
