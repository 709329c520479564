import { expect, test } from 'vitest';
import { piecesOfDocument, piecesOfText, TextChangedError } from '../../../src/extension/shared/text-pieces';

function documentOf(text: string) {
  const lines = text.split(/(?<=\n)/);
  return {
    version: 1,
    lineCount: text.split('\n').length,
    textOfLines: (first: number, end: number) => lines.slice(first, end).join(''),
  };
}

async function collected(pieces: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

test.each([
  ['empty', ''],
  ['one line without an end', 'a'],
  ['more lines than are read at once', 'line\n'.repeat(9001)],
  ['one huge line', 'x'.repeat(5_000_000)],
])('the pieces of %s are the text', async (_what, text) => {
  expect((await collected(piecesOfDocument(documentOf(text)))).join('')).toBe(text);
});

test('no piece takes long to copy', () => {
  const pieces = [...piecesOfText('x'.repeat(5_000_000))];
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(1 << 20);
});

test('no piece ends within a surrogate pair', () => {
  const text = `a${'\u{1f600}'.repeat(1 << 20)}`;
  const pieces = [...piecesOfText(text)];
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.filter((piece) => /\p{Surrogate}/u.test(piece))).toEqual([]);
  expect(pieces.join('')).toBe(text);
});

test('an edit in between ends the reading', async () => {
  const document = documentOf('line\n'.repeat(9001));
  const pieces = piecesOfDocument(document);
  await pieces.next();
  document.version++;
  await expect(pieces.next()).rejects.toBeInstanceOf(TextChangedError);
});
