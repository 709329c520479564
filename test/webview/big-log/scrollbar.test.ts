import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Extent, lastAnchor, scrolled, topAnchor } from '../../../webview/big-log/scroller/anchor';
import { anchorOfThumb, thumbOf } from '../../../webview/big-log/scroller/scrollbar';

const extentOf = (rows: number): Extent => ({ rows, viewport: 600, rowHeight: 20, heightOf: null });
const track = 500;

test('the thumb says how much is seen, and can always be caught', () => {
  expect(thumbOf(topAnchor, extentOf(30), track)).toBeNull();
  expect(thumbOf(topAnchor, extentOf(60), track)).toEqual({ start: 0, length: 250 });
  expect(thumbOf(topAnchor, extentOf(1e8), track)).toEqual({ start: 0, length: 24 });
});

test('dragged to the ends it shows the ends', () => {
  const extent = extentOf(1e8);
  expect(anchorOfThumb(-50, extent, track)).toEqual(topAnchor);
  expect(anchorOfThumb(track, extent, track)).toEqual(lastAnchor(extent));
});

test('stands where it was dragged to, in logs of any length', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 31, max: 1e9 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rows, share) => {
        const extent = extentOf(rows);
        const room = track - (thumbOf(topAnchor, extent, track)?.length ?? 0);
        const anchor = anchorOfThumb(share * room, extent, track);
        expect(thumbOf(anchor, extent, track)?.start).toBeCloseTo(share * room, 3);
      },
    ),
  );
});

test('a drag of a pixel moves a short log by less than a row', () => {
  const moved = anchorOfThumb(1, extentOf(100), track);
  expect(moved.row).toBe(0);
  expect(moved.offset).toBeGreaterThan(0);
});

test('goes down as the log is scrolled down', () => {
  const extent = extentOf(5000);
  const half = thumbOf(scrolled(topAnchor, 50_000, extent), extent, track);
  expect(half?.start).toBeCloseTo((track - (half?.length ?? 0)) * (50_000 / (5000 * 20 - 600)), 3);
});
