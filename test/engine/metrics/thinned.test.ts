import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinnedPlaces } from '../../../src/engine/metrics/thinned';
import { windowed } from '../../../src/engine/metrics/windowed';

const value = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -1e6, max: 1e6 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const curve = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50 }), value), { minLength: 1, maxLength: 400 })
  .map((steps) => {
    let at = 0;
    const seconds = Float64Array.from(steps, ([step]) => {
      at += step;
      return at;
    });
    return { seconds, values: Float64Array.from(steps, ([, one]) => one) };
  });
const points = fc.integer({ min: 8, max: 120 });

const finite = (values: Float64Array) => values.filter((one) => !Number.isNaN(one));
const extremes = (values: Float64Array) => [Math.min(...finite(values)), Math.max(...finite(values))];

describe('a thinned curve', () => {
  it('has no more points than asked for, in order, its ends and its extremes among them', () => {
    const property = ({ seconds, values }: { seconds: Float64Array; values: Float64Array }, most: number) => {
      const places = thinnedPlaces(seconds, values, most);
      expect(places.length).toBeLessThanOrEqual(most);
      expect(places.every((place, i) => i === 0 || place > places[i - 1])).toBe(true);
      expect([places[0], places.at(-1)]).toEqual([0, seconds.length - 1]);
      expect(extremes(Float64Array.from(places, (place) => values[place]))).toEqual(extremes(values));
    };
    fc.assert(fc.property(curve, points, property), { numRuns: 500 });
  });

  it('keeps a peak of one point and a gap longer than a bucket, and drops a gap nobody could see', () => {
    const seconds = Float64Array.from({ length: 100_000 }, (_, i) => i);
    const values = Float64Array.from(seconds, (at) => Math.sin(at / 5000));
    values[31_234] = 50;
    values.fill(Number.NaN, 60_000, 61_000);
    values[80_000] = Number.NaN;
    const places = [...thinnedPlaces(seconds, values, 1000)];
    expect(places).toContain(31_234);
    const gaps = places.filter((place) => Number.isNaN(values[place]));
    expect(gaps.every((place) => place >= 60_000 && place < 61_000)).toBe(true);
    expect(gaps.length).toBeGreaterThan(0);
  });
});

describe('a window on a series', () => {
  const series = {
    name: 'load',
    unit: '',
    seconds: Float64Array.of(0, 10, 20, 30, 40),
    values: Float64Array.of(0, 1, 2, 3, 4),
  };
  const windows: readonly (readonly [from: number, until: number, seen: readonly number[]])[] = [
    [0, 41, [0, 10, 20, 30, 40]],
    [15, 25, [10, 20, 30]],
    [21, 22, [20, 30]],
    [10, 20, [0, 10, 20]],
    [-20, -10, []],
    [50, 60, []],
  ];
  it.each(windows)('from %d until %d', (from, until, seen) => {
    expect([...(windowed(series, { from, until, points: 100 })?.seconds ?? [])]).toEqual(seen);
  });

  it('has nothing to show where there are gaps alone', () => {
    const values = new Float64Array(5).fill(Number.NaN);
    expect(windowed({ ...series, values }, { from: 0, until: 50, points: 100 })).toBeUndefined();
  });
});
