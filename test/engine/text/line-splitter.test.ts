import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineSplitter, maxLineBytes } from '../../../src/engine/text/line-splitter';

interface Line {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

function split(chunks: readonly Uint8Array[]): Line[] {
  const lines: Line[] = [];
  const splitter = new LineSplitter((bytes, start, end, offset, length) => {
    lines.push({ text: Buffer.from(bytes.subarray(start, end)).toString('latin1'), offset, length });
  });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('lines end as VS Code counts', () => {
  test.each([
    ['empty input has no line', '', []],
    ['a line without an end', 'a', ['a']],
    ['a final line end opens no further line', 'a\n', ['a']],
    ['LF, CR LF and a lone CR', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['LF CR is two ends', 'a\n\rb', ['a', '', 'b']],
    ['CR CR LF is two ends', 'a\r\r\nb', ['a', '', 'b']],
    ['blank lines count', '\n\n', ['', '']],
    ['a final CR', 'a\r', ['a']],
  ])('%s', (_, text, expected) => {
    expect(split([bytesOf(text)]).map((line) => line.text)).toEqual(expected);
  });

  test('the Unicode separators end no line', () => {
    expect(split([bytesOf('a\u2028b\u2029c\u0085d')])).toHaveLength(1);
  });
});

test('a CR at the end of a chunk and the LF that opens the next are one end, empty chunks between or not', () => {
  const expected = [
    { text: 'a', offset: 0, length: 1 },
    { text: 'b', offset: 3, length: 1 },
  ];
  expect(split([bytesOf('a\r'), bytesOf('\nb')])).toEqual(expected);
  expect(split([bytesOf('a\r'), bytesOf(''), bytesOf('\n'), bytesOf('b')])).toEqual(expected);
});

/** The specification in another way: a regular expression over the whole text. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    if (match[0] === '') continue;
    lines.push({ text: match[1], offset: match.index, length: match[1].length });
  }
  return lines;
}

test('every chunking gives the same lines', () => {
  const piece = fc.constantFrom('\r', '\n', '\r\n', '\n\r', 'a', 'bc', '\0', 'line of text');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.array(fc.nat(60), { maxLength: 10 }),
      (pieces, cuts) => {
        const text = pieces.join('');
        const bytes = bytesOf(text);
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const chunks = at.slice(1).map((end, i) => bytes.subarray(at[i], end));
        expect(split(chunks)).toEqual(linesOf(text));
      },
    ),
    { numRuns: 500 },
  );
});

test('lines of another splitter may be cut while one hands over its own, and however long the chunk is', () => {
  const text = 'outer one\n'.repeat(60_000);
  const inner = split([bytesOf('in\r\nner')]);
  const lines: string[] = [];
  const splitter = new LineSplitter((bytes, start, end) => {
    if (lines.length % 10_000 === 0) expect(split([bytesOf('in\r\nner')])).toEqual(inner);
    lines.push(Buffer.from(bytes.subarray(start, end)).toString());
  });
  splitter.push(bytesOf(text));
  expect(`${lines.join('\n')}\n`).toBe(text);
});

describe('a line above the limit', () => {
  const length = maxLineBytes + 1000;
  const text = `short\n${'x'.repeat(length)}\r\nafter`;
  test.each([
    ['in one chunk', 1e9],
    ['across chunks', 777],
  ])('%s is cut and keeps its true length', (_, size) => {
    const bytes = bytesOf(text);
    const chunks: Uint8Array[] = [];
    for (let i = 0; i < bytes.length; i += size) chunks.push(bytes.subarray(i, i + size));
    const [, long, after] = split(chunks);
    expect(long.text).toHaveLength(maxLineBytes);
    expect(long.length).toBe(length);
    expect(after).toEqual({ text: 'after', offset: 6 + length + 2, length: 5 });
  });

  test('of 50 MB passes without being held', () => {
    const chunk = new Uint8Array(65_521).fill(0x78);
    const [line, ...others] = split(Array.from({ length: 800 }, () => chunk));
    expect(others).toEqual([]);
    expect(line.text).toHaveLength(maxLineBytes);
    expect(line.length).toBe(800 * chunk.length);
  });
});
