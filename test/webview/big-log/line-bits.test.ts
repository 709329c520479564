import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineBits } from '../../../webview/big-log/find/line-bits';
import { tickRows } from '../../../webview/big-log/strip/strip-drawing';

function bitsOf(lines: readonly number[], count: number): ArrayBuffer {
  const bytes = new Uint8Array(Math.ceil(count / 8));
  for (const line of lines) bytes[line >>> 3] |= 1 << (line & 7);
  return bytes.buffer;
}

const most = 100_000;
const sets = fc
  .uniqueArray(fc.nat(most - 1), { maxLength: 60 })
  .map((lines) => lines.toSorted((a, b) => a - b));

test('knows its lines, their neighbours and how many come before, as a sorted list does', () => {
  fc.assert(
    fc.property(sets, fc.nat(most + 100), (lines, at) => {
      const bits = new LineBits(bitsOf(lines, most));
      expect(bits.count).toBe(lines.length);
      expect(bits.has(at)).toBe(lines.includes(at));
      expect(bits.next(at)).toBe(lines.find((line) => line >= at) ?? -1);
      expect(bits.previous(at)).toBe(lines.findLast((line) => line <= at) ?? -1);
      expect(bits.countBefore(at)).toBe(lines.filter((line) => line < at).length);
    }),
    { numRuns: 500 },
  );
});

test.each([31, 32, 33, 1023 * 32 + 31, 1024 * 32, 65_535, 65_536])('at the edges of words: %i', (line) => {
  const bits = new LineBits(bitsOf([line], most));
  expect([bits.next(0), bits.previous(most), bits.next(line), bits.previous(line)]).toEqual(
    Array(4).fill(line),
  );
  expect([bits.countBefore(line), bits.countBefore(line + 1)]).toEqual([0, 1]);
  expect([bits.next(line + 1), bits.previous(line - 1)]).toEqual([-1, -1]);
});

test('an empty set has no lines', () => {
  const bits = new LineBits(new ArrayBuffer(0));
  expect([bits.count, bits.next(0), bits.previous(9), bits.countBefore(9)]).toEqual([0, -1, -1, 0]);
});

test('every line has its tick on the strip, none stands where nothing is', () => {
  fc.assert(
    fc.property(sets, fc.integer({ min: 20, max: 900 }), (lines, height) => {
      const rows = height - 1;
      const expected = [...new Set(lines.map((line) => Math.floor((line / most) * rows)))];
      expect(tickRows(new LineBits(bitsOf(lines, most)), most, height)).toEqual(expected);
    }),
  );
});
