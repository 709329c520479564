import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  movedBy,
  rowHeight,
  rowWindow,
  scrolledTo,
} from '../../../../webview/dashboard/templates/row-window';

const top = fc.integer({ min: 0, max: 2_000_000 });
const height = fc.integer({ min: 0, max: 2000 });
const rows = fc.integer({ min: 0, max: 50_000 });

test('every row that is seen is drawn, and few others', () => {
  fc.assert(
    fc.property(top, height, rows, (at, tall, count) => {
      const { from, to } = rowWindow(at, tall, count);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(count);
      expect(to - from).toBeLessThanOrEqual(tall / rowHeight + 14);
      const first = Math.min(Math.floor(at / rowHeight), count);
      const behind = Math.min(Math.ceil((at + tall) / rowHeight), count);
      for (let row = first; row < behind; row++) expect(row >= from && row < to).toBe(true);
    }),
  );
});

test('scrolling brings a row to where it is seen whole, and does nothing where it is', () => {
  fc.assert(
    fc.property(top, fc.integer({ min: rowHeight, max: 2000 }), fc.nat(50_000), (at, tall, row) => {
      const scrolled = scrolledTo(row, at, tall);
      expect(row * rowHeight).toBeGreaterThanOrEqual(scrolled);
      expect((row + 1) * rowHeight).toBeLessThanOrEqual(scrolled + tall);
      expect(scrolledTo(row, scrolled, tall)).toBe(scrolled);
    }),
  );
});

describe('keys move the cursor', () => {
  test.each<readonly [string, number, number | undefined]>([
    ['ArrowDown', 5, 6],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 14],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['x', 50, undefined],
    ['toString', 50, undefined],
  ])('%s from %d of 100 rows, ten of which are seen', (key, cursor, moved) => {
    expect(movedBy(key, cursor, 100, 10 * rowHeight)).toBe(moved);
  });
});
