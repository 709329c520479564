import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLines, bytesOfSet, LineSet, removeLines } from '../../../src/engine/filter/line-set';

/** Dense, sparse and in runs: each block of 512 has its own density. */
const members = fc
  .array(fc.record({ density: fc.constantFrom(0, 0.01, 0.5, 1), lines: fc.nat(1200), seed: fc.nat() }), {
    maxLength: 4,
  })
  .map((runs) =>
    runs.flatMap(({ density, lines, seed }) =>
      Array.from({ length: lines }, (_, i) => ((seed + i * 7919) % 1000) / 1000 < density),
    ),
  );

function setOf(shown: readonly boolean[]): LineSet {
  const bits = new Uint8Array(bytesOfSet(shown.length));
  shown.forEach((is, line) => {
    if (is) addLines(bits, line, line + 1);
  });
  return new LineSet(bits.buffer, shown.length);
}

describe('a set of lines', () => {
  it('answers rank, select, next and previous as a list of the members does', () => {
    const hold = (shown: boolean[]) => {
      const set = setOf(shown);
      const list = shown.flatMap((is, line) => (is ? [line] : []));
      expect(set.size).toBe(list.length);
      expect(list.map((_, rank) => set.select(rank))).toEqual(list);
      expect([set.select(-1), set.select(list.length)]).toEqual([undefined, undefined]);
      for (let line = -1; line <= shown.length + 1; line += 3) {
        const rank = list.filter((member) => member < line).length;
        expect(set.has(line)).toBe(shown[line] === true);
        expect(set.rank(line)).toBe(rank);
        expect(set.next(line)).toBe(list[rank]);
        expect(set.previous(line)).toBe(list[rank - 1]);
      }
    };
    fc.assert(fc.property(members, hold), { numRuns: 40 });
  });

  it('leaves out bits beyond its lines, and lines beyond its bits', () => {
    const bits = new Uint8Array([0xff, 0xff]).buffer;
    expect(new LineSet(bits, 11).size).toBe(11);
    expect(new LineSet(bits, 11).has(11)).toBe(false);
    expect(new LineSet(bits, 2000).size).toBe(16);
    expect(new LineSet(bits, 2000).rank(2000)).toBe(16);
    expect(new LineSet(new ArrayBuffer(0), 0).next(0)).toBeUndefined();
  });

  it('puts stretches in and takes them out to the line', () => {
    const hold = (from: number, length: number, outFrom: number, outLength: number) => {
      const bits = new Uint8Array(40);
      addLines(bits, from, from + length);
      removeLines(bits, outFrom, outFrom + outLength);
      const set = new LineSet(bits.buffer, 320);
      for (let line = 0; line < 320; line++) {
        const isOut = line >= outFrom && line < outFrom + outLength;
        expect(set.has(line)).toBe(line >= from && line < from + length && !isOut);
      }
    };
    fc.assert(fc.property(fc.nat(150), fc.nat(150), fc.nat(150), fc.nat(150), hold), { numRuns: 60 });
  });
});
