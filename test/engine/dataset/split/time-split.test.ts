import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByTime, type TimeSpan } from '../../../../src/engine/dataset/split/time-split';

const shares = { train: 80, validation: 10, test: 10 };
const anySpan: fc.Arbitrary<TimeSpan> = fc
  .tuple(fc.nat(500), fc.nat(40))
  .map(([from, length]) => ({ from, until: from + length }));

describe('a split by time', () => {
  it('has the earliest in train and the latest in test, by the shares', () => {
    const spans = Array.from({ length: 20 }, (_, i) => ({ from: 100 - i, until: 100 - i }));
    const places = splitByTime(spans, shares);
    expect(places).toEqual([...Array(2).fill(2), ...Array(2).fill(1), ...Array(16).fill(0)]);
  });

  it('ends each part before the next begins, whatever overlaps', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 60 }), (spans) => {
        const places = splitByTime(spans, shares);
        const of = (part: number) => spans.filter((_, item) => places[item] === part);
        for (const [earlier, later] of [
          [0, 1],
          [0, 2],
          [1, 2],
        ]) {
          const end = Math.max(...of(earlier).map(({ until }) => until));
          const begin = Math.min(...of(later).map(({ from }) => from));
          expect(end).toBeLessThanOrEqual(begin);
        }
      }),
    );
  });

  it('leaves out none where nothing overlaps', () => {
    const spans = Array.from({ length: 33 }, (_, i) => ({ from: i * 10, until: i * 10 + 9 }));
    expect(splitByTime(spans, shares)).not.toContain(undefined);
  });

  it('leaves out what goes on after the next part has begun', () => {
    const spans = [0, 1, 2, 3, 4, 5, 6, 7].map((from) => ({ from, until: from === 2 ? 7 : from }));
    expect(splitByTime(spans, { train: 6, validation: 1, test: 1 })).toEqual([
      0,
      0,
      undefined,
      0,
      0,
      0,
      1,
      2,
    ]);
  });

  it('goes by shares alone', () => {
    const spans = [5, 1, 3].map((from) => ({ from, until: from }));
    expect(splitByTime(spans, { train: 2, validation: 0, test: 1 })).toEqual([2, 0, 0]);
    expect(() => splitByTime(spans, { train: 0, validation: 0, test: 0 })).toThrow(RangeError);
  });
});
