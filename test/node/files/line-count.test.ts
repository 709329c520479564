import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../../src/engine/text/line-splitter';
import { countLineEnds } from '../../../src/node/files/line-count';
import { LineEndCounter } from '../../../src/node/files/line-end-counter';
import { temporaryFolder } from '../temporary-folder';

const capacity = 3 * 2048;

/** As lines are cut everywhere else: how many begin before the bytes' end, an open one counted. */
function linesOf(bytes: Uint8Array): number {
  let lines = 0;
  const splitter = new LineSplitter(() => lines++);
  splitter.push(bytes);
  splitter.end();
  return lines;
}

const endsIn = (bytes: Uint8Array): number => linesOf(Uint8Array.from([...bytes, 0x78])) - 1;

const hostileBytes = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom([0x0a], [0x0d], [0x0d, 0x0a]) },
    { weight: 1, arbitrary: fc.nat({ max: 40 }).map((length) => new Array<number>(length).fill(0x8d)) },
    { weight: 1, arbitrary: fc.nat({ max: 255 }).map((byte) => [byte]) },
  ),
  { maxLength: 900, size: 'max' },
);

describe('line ends are counted as lines are cut', () => {
  it('in any bytes, whatever the buffer held before', () => {
    const counter = new LineEndCounter(capacity, 2);
    fc.assert(
      fc.property(hostileBytes, fc.nat({ max: 1 }), fc.nat({ max: 255 }), (pieces, which, stale) => {
        const bytes = Uint8Array.from(pieces.flat()).subarray(0, capacity);
        const buffer = counter.buffers[which];
        buffer.fill(stale).set(bytes);
        expect(counter.lineEnds(buffer, bytes.length, bytes.length)).toBe(endsIn(bytes));
      }),
    );
  });

  it('a CR that comes last is none where an LF follows', () => {
    const counter = new LineEndCounter(capacity, 1);
    const [buffer] = counter.buffers;
    for (const length of [1, 16, 2047, 2048, capacity]) {
      buffer.fill(0x61);
      buffer[length - 1] = 0x0d;
      buffer[length] = 0x0a;
      expect(counter.lineEnds(buffer, length, length + 1), `${length} bytes`).toBe(0);
      buffer[length] = 0x62;
      expect(counter.lineEnds(buffer, length, length + 1), `${length} bytes`).toBe(1);
    }
  });

  it('by stretches, each of which takes what it completes', () => {
    const stretch = 2048;
    const counter = new LineEndCounter(capacity, 1);
    const [buffer] = counter.buffers;
    const hold = (pieces: readonly (readonly number[])[]) => {
      const bytes = Uint8Array.from(pieces.flat()).subarray(0, capacity);
      buffer.fill(0x0a).set(bytes);
      const before = (end: number) => {
        const splitsPair = bytes[end - 1] === 0x0d && bytes[end] === 0x0a;
        return endsIn(bytes.subarray(0, end)) - Number(splitsPair);
      };
      const expected = [];
      for (let at = 0; at < bytes.length; at += stretch) {
        expected.push(before(Math.min(bytes.length, at + stretch)) - before(at));
      }
      expect([...counter.lineEndsByStretch(buffer, bytes.length, bytes.length, stretch)]).toEqual(expected);
    };
    fc.assert(fc.property(hostileBytes, hold));
  });

  it('refuses more than fits', () => {
    const counter = new LineEndCounter(capacity, 1);
    expect(() => counter.lineEnds(counter.buffers[0], capacity + 1, capacity + 1)).toThrow(RangeError);
  });
});

describe('the lines of a stretch of a file', () => {
  const path = join(temporaryFolder(), 'mixed.log');
  const bytes = Buffer.from('left the kiln\r\nglazed\rfired twice\n'.repeat(190_000));

  it.each([
    ['all of it', 0, bytes.length],
    ['nothing', 7, 7],
    ['a stretch that ends within a CR LF', 3, 14],
    ['more than one buffer', 5, 5_000_001],
  ])('%s', async (_, from, end) => {
    writeFileSync(path, bytes);
    const descriptor = openSync(path, 'r');
    try {
      const ends = bytes.toString('latin1', from, end).match(/\r\n|\n|\r(?!$)/g) ?? [];
      expect(await countLineEnds(descriptor, from, end)).toBe(ends.length);
    } finally {
      closeSync(descriptor);
    }
  });

  it('says where the file is shorter than that', async () => {
    writeFileSync(path, bytes);
    const descriptor = openSync(path, 'r');
    try {
      expect(await countLineEnds(descriptor, 0, bytes.length + 1)).toBeUndefined();
    } finally {
      closeSync(descriptor);
    }
  });
});
