import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../../../src/engine/features/values/stretches';
import type { RecordIndex } from '../../../../src/engine/model/units';

const sourcesOf = (counts: readonly number[]) =>
  counts.map((records, index) => ({
    index,
    records,
    firstRecord: counts.slice(0, index).reduce((sum, count) => sum + count, 0) as RecordIndex,
  }));

describe('the records looked at', () => {
  it('are all where they are few', () => {
    expect(stretchesOf(sourcesOf([100, 0, 50]), 150, 20)).toEqual([
      { source: 0, from: 0, to: 100 },
      { source: 2, from: 100, to: 150 },
    ]);
  });

  it('are else stretches, the first and the last among them', () => {
    expect(stretchesOf(sourcesOf([1000]), 300, 100)).toEqual([
      { source: 0, from: 0, to: 100 },
      { source: 0, from: 450, to: 550 },
      { source: 0, from: 900, to: 1000 },
    ]);
  });

  it('ascend, never overlap, lie in their source, and are about as many as asked for', () => {
    const counts = fc.array(fc.nat(50_000), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 1000, max: 20_000 }),
        fc.integer({ min: 1, max: 500 }),
        (all, limit, length) => {
          const sources = sourcesOf(all);
          const stretches = stretchesOf(sources, limit, length);
          let end = 0;
          for (const { source, from, to } of stretches) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            expect(from).toBeGreaterThanOrEqual(sources[source].firstRecord);
            expect(to).toBeLessThanOrEqual(sources[source].firstRecord + sources[source].records);
            end = to;
          }
          const looked = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
          expect(looked).toBeLessThanOrEqual(limit + 2 * length * all.length);
        },
      ),
    );
  });
});
