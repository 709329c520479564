import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUpTo, LineIndex, lineStartsIn } from '../../../src/engine/text/line-index';

describe('an index of line ends by block', () => {
  it('finds the block of each line end, however it was filled', () => {
    const counts = fc.array(fc.nat(4), { maxLength: 300 });
    const hold = (before: number[], again: number[], from: number) => {
      const index = new LineIndex();
      index.replaceFrom(0, before);
      const at = Math.min(from, before.length);
      index.replaceFrom(at, again);
      const all = [...before.slice(0, at), ...again];
      const blockOf = all.flatMap((count, block) => new Array<number>(count).fill(block));
      expect([index.blocks, index.lineEnds]).toEqual([all.length, blockOf.length]);
      expect(blockOf.map((_, i) => index.blockOfLineEnd(i + 1))).toEqual(blockOf);
      expect([index.blockOfLineEnd(0), index.blockOfLineEnd(blockOf.length + 1)]).toEqual([
        undefined,
        undefined,
      ]);
      all.forEach((_, block) => {
        expect(index.lineEndsBefore(block)).toBe(blockOf.filter((other) => other < block).length);
      });
    };
    fc.assert(fc.property(counts, counts, fc.nat(300), hold), { numRuns: 50 });
  });

  it('knows nothing of blocks it was not told of', () => {
    expect(() => new LineIndex().replaceFrom(1, [3])).toThrow(RangeError);
  });
});

describe('where lines begin in a block', () => {
  it.each([
    ['', '', []],
    ['no end', 'abc', []],
    ['LF', 'a\nb\n', [2, 4]],
    ['CR LF', 'a\r\nb', [3]],
    ['a lone CR', 'a\rb\r', [2, 4]],
    ['both ways round', '\n\r', [1, 2]],
    ['tabs and NULs are no ends', '\0\t\u000b\u000c', []],
  ])('%s', (_, text, expected) => {
    const bytes = new TextEncoder().encode(text);
    expect([...lineStartsIn(bytes, bytes.length)]).toEqual(expected);
  });

  it('is told by the byte behind whether a CR that comes last is one', () => {
    const bytes = new TextEncoder().encode('a\r\n');
    expect([...lineStartsIn(bytes, 2)]).toEqual([]);
    expect([...lineStartsIn(new TextEncoder().encode('a\rb'), 2)]).toEqual([2]);
  });

  it('counts up to a limit', () => {
    const starts = Uint32Array.of(2, 4, 9);
    expect([0, 2, 3, 9, 20].map((limit) => countUpTo(starts, limit))).toEqual([0, 1, 1, 3, 3]);
  });
});
