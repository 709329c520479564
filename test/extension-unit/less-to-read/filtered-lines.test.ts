import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filteredLines, rowOfLine } from '../../../src/extension/less-to-read/filtered-lines';

function bitsOf(lines: readonly boolean[]): ArrayBuffer {
  const bits = new Uint8Array(Math.ceil(lines.length / 8));
  for (const [line, isSet] of lines.entries()) if (isSet) bits[line >>> 3] |= 1 << (line & 7);
  return bits.buffer;
}

describe('the rows of a filtered view', () => {
  it('are the lines that are left, and know which of them are only context', () => {
    const lines = bitsOf([false, true, true, false, false, false, false, false, true]);
    const context = bitsOf([false, true, false, false, false, false, false, false, false]);
    const filtered = filteredLines({ lines, context }, 9);
    expect([...filtered.lines]).toEqual([1, 2, 8]);
    expect(filtered.contextRows).toEqual([0]);
  });

  it('are all lines where nothing is hidden', () => {
    expect([...filteredLines({ lines: null, context: null }, 3).lines]).toEqual([0, 1, 2]);
  });

  it('a line that is hidden is looked for in the next one that is left', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), fc.nat(70), (lines, line) => {
        const filtered = filteredLines({ lines: bitsOf(lines), context: null }, lines.length);
        const left = lines.flatMap((isLeft, index) => (isLeft ? [index] : []));
        expect([...filtered.lines]).toEqual(left);
        const next = left.findIndex((one) => one >= line);
        expect(rowOfLine(filtered, line)).toBe(next >= 0 ? next : Math.max(0, left.length - 1));
      }),
    );
  });
});
