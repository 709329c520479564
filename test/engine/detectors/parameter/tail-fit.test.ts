import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcomers } from '../../../../src/engine/detectors/parameter/closed-set';
import { outliers } from '../../../../src/engine/detectors/parameter/outliers';
import { numberSpread } from '../../../../src/engine/detectors/parameter/tail-fit';
import { seededRandom } from '../../../../src/engine/model/seeded-random';

/** Numbers of a distribution by its quantile function. */
function drawn(count: number, quantile: (share: number) => number, seed = 1): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => quantile(random()));
}

const distributions: Readonly<Record<string, (share: number) => number>> = {
  uniform: (share) => 5 + share,
  exponential: (share) => -Math.log(1 - share),
  'power law': (share) => (1 - share) ** (-1 / 1.5),
  'two-sided exponential': (share) => (share < 0.5 ? Math.log(2 * share + 1e-12) : -Math.log(2 - 2 * share)),
};

describe('the tail of a column', () => {
  it.each(Object.entries(distributions))('of a %s distribution surprises nobody', (_, quantile) => {
    const alarms = Array.from({ length: 60 }, (_, seed) => {
      const numbers = drawn(1000, quantile, seed + 1);
      const spread = numberSpread(numbers);
      return spread === undefined ? [] : outliers(numbers, 0, spread).filter(({ decades }) => decades >= 3);
    });
    expect(alarms.flat()).toEqual([]);
  });

  it.each(Object.entries(distributions))(
    'of a %s distribution ends long before a hundred times all',
    (_, quantile) => {
      const numbers = drawn(1000, quantile);
      const beyond = 100 * Math.max(...numbers);
      const spread = numberSpread(Float64Array.from([...numbers, beyond]));
      expect(spread?.logShareBeyond(beyond)).toBeLessThan(-Math.log(1000));
    },
  );

  it('gives shares, the smaller the farther out', () => {
    const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
      minLength: 50,
      maxLength: 200,
    });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1e12, noNaN: true }), (numbers, far) => {
        const spread = numberSpread(Float64Array.from(numbers));
        const median = spread?.sorted[Math.ceil(spread.sorted.length / 2) - 1] ?? 0;
        const share = (value: number) => spread?.logShareBeyond(value) ?? Number.NaN;
        expect(share(median + far)).toBeLessThanOrEqual(0);
        expect(share(median + 2 * far)).toBeLessThanOrEqual(share(median + far));
      }),
    );
  });

  it('is not to be known of few numbers, nor of what is no number', () => {
    expect(numberSpread(new Float64Array(49))).toBeUndefined();
    expect(numberSpread(new Float64Array(500).fill(Number.NaN))).toBeUndefined();
  });
});

interface SetCase {
  readonly name: string;
  readonly values: readonly number[];
  readonly known?: number;
  /** Those with 3 decades and more, and where. */
  readonly found: readonly (readonly [value: number, places: readonly number[]])[];
}

const repeated = (count: number, kinds: number) => Array.from({ length: count }, (_, i) => i % kinds);
const sets: readonly SetCase[] = [
  { name: 'another among 300 of one', values: repeated(301, 1).with(200, 9), found: [[9, [200]]] },
  { name: 'another among 40 of one', values: repeated(41, 1).with(20, 9), found: [] },
  { name: 'another where most are different', values: repeated(301, 60).with(200, 99), found: [] },
  {
    name: 'one that comes three times',
    values: [...repeated(3000, 1), 9, 9, 9],
    found: [[9, [3000, 3001, 3002]]],
  },
  {
    name: 'the first of one that stays',
    values: [...repeated(900, 1), ...repeated(900, 1).map(() => 9)],
    found: [[9, [900]]],
  },
  { name: 'half of either', values: repeated(2000, 2), found: [] },
  { name: 'new to a baseline', values: [...repeated(1500, 2), 9], known: 1500, found: [[9, [1500]]] },
  { name: 'rare in the baseline itself', values: [9, ...repeated(1500, 2)], known: 1500, found: [] },
];

describe('a closed set', () => {
  it.each(sets)('$name', ({ values, known = 0, found }) => {
    const surprising = newcomers({ values, known }).filter(({ decades }) => decades >= 3);
    expect(surprising.map(({ value, places }) => [value, places])).toEqual(found);
  });
});
