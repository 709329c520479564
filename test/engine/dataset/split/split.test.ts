import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLeaks } from '../../../../src/engine/dataset/split/leaks';
import {
  type SplitItem,
  type SplitShares,
  splitItems,
  splitNames,
  usualShares,
} from '../../../../src/engine/dataset/split/split';

const kinds = [
  { label: 'normal', category: null },
  { label: 'anomalous', category: 'network' },
  { label: 'anomalous', category: 'database' },
  { label: 'anomalous', category: null },
] as const;

const anyShares = fc
  .record({ train: fc.nat(10), validation: fc.nat(10), test: fc.nat(10) })
  .filter(({ train, validation, test }) => train + validation + test > 0);

/** Few keys, so that many items share one, some by a chain of others. */
const anyItem: fc.Arbitrary<SplitItem> = fc
  .tuple(fc.constantFrom(...kinds), fc.array(fc.nat(60), { maxLength: 2 }))
  .map(([kind, keys]) => ({ ...kind, keys: keys.map(String) }));

/** Nothing in common with each other. */
function singles(count: number): SplitItem[] {
  return Array.from({ length: count }, (_, at) => ({ ...kinds[at % kinds.length], keys: [`k${at}`] }));
}

function always(claim: (items: readonly SplitItem[], shares: SplitShares, seed: number) => void): void {
  fc.assert(fc.property(fc.array(anyItem, { maxLength: 80 }), anyShares, fc.integer(), claim));
}

describe('any split', () => {
  it('has no key on two sides', () => {
    always((items, shares, seed) => {
      expect(countLeaks(items, splitItems(items, shares, seed).places)).toBe(0);
    });
  });

  it('has every item in exactly one part, and tells how many', () => {
    always((items, shares, seed) => {
      const { places, got, rows } = splitItems(items, shares, seed);
      expect(places).toHaveLength(items.length);
      for (const [place, name] of splitNames.entries()) {
        expect(got[name]).toBe(places.filter((own) => own === place).length);
        const inRows = rows.filter(({ split }) => split === name).reduce((sum, row) => sum + row.got, 0);
        expect(inRows).toBe(got[name]);
      }
    });
  });

  it('wants whole numbers that add up, each less than one from its share', () => {
    always((items, shares, seed) => {
      const { wanted } = splitItems(items, shares, seed);
      const sum = shares.train + shares.validation + shares.test;
      for (const name of splitNames)
        expect(Math.abs(wanted[name] - (items.length * shares[name]) / sum)).toBeLessThan(1);
      expect(wanted.train + wanted.validation + wanted.test).toBe(items.length);
    });
  });

  it('is the same for the same seed', () => {
    always((items, shares, seed) => {
      expect(splitItems(items, shares, seed)).toEqual(splitItems(items, shares, seed));
    });
  });

  it('is exact in each label and category where nothing has to stay together', () => {
    const anyCount = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(anyCount, anyShares, fc.integer(), (count, shares, seed) => {
        const { rows, got, wanted } = splitItems(singles(count), shares, seed);
        expect(got).toEqual(wanted);
        expect(rows.filter((row) => row.got !== row.wanted)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a split', () => {
  it('of another seed deals others', () => {
    const [one, other] = [1, 2].map((seed) => splitItems(singles(100), usualShares, seed).places);
    expect(one).not.toEqual(other);
  });

  it('fills the counts with single items around groups', () => {
    const group = Array.from({ length: 15 }, () => ({ ...kinds[0], keys: ['shared'] }));
    const { got } = splitItems([...group, ...singles(85)], usualShares, 7);
    expect(got).toEqual({ train: 80, validation: 10, test: 10 });
  });

  it('tells where a group is too large for the shares', () => {
    const items = Array.from({ length: 10 }, () => ({ ...kinds[1], keys: ['shared'] }));
    const { got, rows } = splitItems(items, usualShares, 1);
    expect(got).toEqual({ train: 10, validation: 0, test: 0 });
    expect(rows.map(({ split, wanted, got: dealt }) => [split, wanted, dealt])).toEqual([
      ['train', 8, 10],
      ['validation', 1, 0],
      ['test', 1, 0],
    ]);
  });

  it('of shares that are none is refused', () => {
    for (const train of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => splitItems([], { train, validation: 0, test: 0 }, 1)).toThrow(RangeError);
  });

  it('leaks are keys, not items', () => {
    const items = [['a'], ['a', 'b'], ['a'], ['b'], ['c']].map((keys) => ({ keys }));
    expect(countLeaks(items, Uint8Array.of(0, 1, 2, 1, 0))).toBe(1);
    expect(countLeaks(items, Uint8Array.of(0, 1, 2, 0, 0))).toBe(2);
  });
});
