import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf } from '../../../src/engine/semantic/clusters';
import { nearestRows } from '../../../src/engine/semantic/nearest';
import { noveltyOf } from '../../../src/engine/semantic/novelty';
import type { VectorTable } from '../../../src/engine/semantic/vector-table';

/** Rows at these angles (degrees) on a circle: their cosine is that of the angle between them. */
function table(...degrees: number[]): VectorTable {
  const rows = degrees.flatMap((degree) => [
    Math.cos((degree * Math.PI) / 180),
    Math.sin((degree * Math.PI) / 180),
  ]);
  return { dimensions: 2, rows: Float32Array.from(rows) };
}

const cosine = (a: number, b: number) => Math.cos(((a - b) * Math.PI) / 180);
const nothing: VectorTable = { dimensions: 2, rows: new Float32Array() };
const angles = fc.array(fc.integer({ min: 0, max: 359 }), { maxLength: 25 });

describe('the nearest', () => {
  it('come the most alike first, equals in their order', () => {
    const near = nearestRows(table(90, 10, 350, 0, 180), table(0).rows, 4);
    expect(near.map(({ index }) => index)).toEqual([3, 1, 2, 0]);
    expect(near[0].score).toBeCloseTo(1);
    expect(nearestRows(nothing, table(0).rows, 4)).toEqual([]);
  });
});

describe('novelty', () => {
  it('is how far the nearest known is, the furthest first', () => {
    const novelties = noveltyOf(table(0, 90, 45), table(0, 40));
    expect(novelties.map(({ index, nearest }) => [index, nearest])).toEqual([
      [1, 1],
      [2, 1],
      [0, 0],
    ]);
    expect(novelties[0].distance).toBeCloseTo(1 - cosine(90, 40));
    expect(novelties[2].distance).toBeCloseTo(0);
  });

  it('of everything is whole where nothing is known', () => {
    expect(noveltyOf(table(0, 1), nothing)).toEqual([
      { index: 0, nearest: -1, distance: 1 },
      { index: 1, nearest: -1, distance: 1 },
    ]);
  });
});

describe('clusters', () => {
  it.each([
    ['groups that lie together', [0, 100, 5, 105, 10, 250, 110], 0.9, [[2, 0, 4], [3, 1, 6], [5]]],
    ['all where little is asked', [0, 30, 60], 0, [[1, 0, 2]]],
    ['each alone where all is asked', [0, 30, 60], 0.999, [[0], [1], [2]]],
    ['none of nothing', [], 0.5, []],
  ])('are %s', (_, degrees, least, expected) => {
    const found = clustersOf(table(...degrees), least);
    expect(found.map((members) => members.toSorted((a, b) => a - b))).toEqual(
      expected.map((members) => members.toSorted((a, b) => a - b)),
    );
    expect(found.map(([central]) => central)).toEqual(expected.map(([central]) => central));
  });

  it('leave a text that says nothing alone', () => {
    const rows = Float32Array.of(0, 0, 1, 0, 1, 0);
    expect(clustersOf({ dimensions: 2, rows }, 0.5)).toEqual([[1, 2], [0]]);
  });

  it('hold each row once, are the same each time, and no two of them are alike enough to be one', () => {
    fc.assert(
      fc.property(angles, fc.constantFrom(0.3, 0.6, 0.9), (degrees, least) => {
        const found = clustersOf(table(...degrees), least);
        expect(found.flat().toSorted((a, b) => a - b)).toEqual(degrees.map((_, index) => index));
        expect(clustersOf(table(...degrees), least)).toEqual(found);
        for (const one of found) {
          for (const other of found) {
            if (one !== other) expect(averageCosine(one, other, degrees)).toBeLessThan(least + 1e-6);
          }
        }
      }),
    );
  });
});

function averageCosine(one: readonly number[], other: readonly number[], degrees: readonly number[]): number {
  const all = one.flatMap((a) => other.map((b) => cosine(degrees[a], degrees[b])));
  return all.reduce((sum, value) => sum + value, 0) / all.length;
}
