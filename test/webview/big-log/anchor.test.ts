import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Anchor,
  clamped,
  type Extent,
  isAtEnd,
  lastAnchor,
  revealing,
  rowAt,
  scrolled,
  topAnchor,
} from '../../../webview/big-log/scroller/anchor';

const equal = (rows: number, viewport = 100): Extent => ({ rows, viewport, rowHeight: 20, heightOf: null });
/** Rows of one to five lines. */
const wrapped = (rows: number, viewport = 100): Extent => ({
  rows,
  viewport,
  rowHeight: 20,
  heightOf: (row) => 20 * (1 + ((row * 7) % 5)),
});

describe('scrolling by pixels', () => {
  const cases: readonly [what: string, from: Anchor, pixels: number, extent: Extent, to: Anchor][] = [
    ['within a row', topAnchor, 7, equal(100), { row: 0, offset: 7 }],
    ['over rows', { row: 3, offset: 15 }, 30, equal(100), { row: 5, offset: 5 }],
    ['back over rows', { row: 5, offset: 5 }, -30, equal(100), { row: 3, offset: 15 }],
    ['not before the first', { row: 1, offset: 0 }, -500, equal(100), topAnchor],
    ['not past the last', { row: 90, offset: 0 }, 5000, equal(100), { row: 95, offset: 0 }],
    ['not at all where all is seen', topAnchor, 40, equal(3), topAnchor],
    ['not at all in an empty log', topAnchor, 40, equal(0), topAnchor],
    ['by its height over a wrapped row', topAnchor, 25, wrapped(100), { row: 1, offset: 5 }],
    ['back into a wrapped row', { row: 2, offset: 0 }, -5, wrapped(100), { row: 1, offset: 55 }],
    ['far in 10⁸ rows', topAnchor, 1e9, equal(1e8), { row: 5e7, offset: 0 }],
  ];
  test.each(cases)('%s', (_what, from, pixels, extent, to) => {
    expect(scrolled(from, pixels, extent)).toEqual(to);
  });

  const extents = fc
    .record({
      rows: fc.integer({ min: 0, max: 1e9 }),
      viewport: fc.integer({ min: 1, max: 2000 }),
      wraps: fc.boolean(),
    })
    .map(({ rows, viewport, wraps }) => (wraps ? wrapped(rows, viewport) : equal(rows, viewport)));

  test('stays within the log, wherever it goes', () => {
    fc.assert(
      fc.property(
        extents,
        fc.array(fc.integer({ min: -1e7, max: 1e7 }), { maxLength: 8 }),
        (extent, moves) => {
          let anchor = topAnchor;
          for (const move of moves) {
            anchor = scrolled(anchor, move, extent);
            expect(anchor.row).toBeGreaterThanOrEqual(0);
            expect(anchor.offset).toBeGreaterThanOrEqual(0);
            expect(clamped(anchor, extent)).toEqual(anchor);
          }
        },
      ),
    );
  });

  test('there and back is where it was, while no end is reached', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 1, max: 3900 }), (wraps, pixels) => {
        const extent = wraps ? wrapped(1e6) : equal(1e6);
        const from = { row: 5000, offset: 3 };
        expect(scrolled(scrolled(from, pixels, extent), -pixels, extent)).toEqual(from);
      }),
    );
  });
});

describe('the end', () => {
  test.each([
    ['of equal rows', equal(1e8), { row: 1e8 - 5, offset: 0 }],
    ['where a row is cut at the upper edge', equal(100, 90), { row: 95, offset: 10 }],
    ['of fewer rows than are seen', equal(2), topAnchor],
  ] as const)('%s', (_what, extent, anchor) => {
    expect(lastAnchor(extent)).toEqual(anchor);
    expect(isAtEnd(anchor, extent)).toBe(true);
  });

  test('has the last wrapped row at the lower edge', () => {
    const extent = wrapped(57);
    const last = lastAnchor(extent);
    let height = -last.offset;
    for (let row = last.row; row < 57; row++) height += extent.heightOf?.(row) ?? 0;
    expect(height).toBe(extent.viewport);
  });
});

describe('a row comes into view', () => {
  const cases: readonly [what: string, row: number, centred: boolean, to: Anchor][] = [
    ['and nothing moves where it is seen', 52, true, { row: 50, offset: 0 }],
    ['at the upper edge from above', 40, false, { row: 40, offset: 0 }],
    ['at the lower edge from below', 60, false, { row: 56, offset: 0 }],
    ['in the middle', 80, true, { row: 78, offset: 0 }],
    ['in the middle, but not past the end', 99, true, { row: 95, offset: 0 }],
  ];
  test.each(cases)('%s', (_what, row, centred, to) => {
    expect(revealing({ row: 50, offset: 0 }, row, equal(100), centred)).toEqual(to);
  });

  test('whole, whatever was seen before', () => {
    fc.assert(
      fc.property(fc.nat(499), fc.nat(499), fc.boolean(), fc.boolean(), (from, row, centred, wraps) => {
        const extent = wraps ? wrapped(500) : equal(500);
        const anchor = revealing(clamped({ row: from, offset: 7 }, extent), row, extent, centred);
        const seen = rowAt(anchor, 0, extent);
        expect(seen.row < row || (seen.row === row && seen.offset === 0)).toBe(true);
        expect(rowAt(anchor, extent.viewport - 1, extent).row).toBeGreaterThanOrEqual(row);
      }),
    );
  });
});
