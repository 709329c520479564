import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchPattern } from '../../../src/engine/filter/filter';
import { compilePattern } from '../../../src/node/search/compiled-pattern';
import { BytesSearch } from '../../../src/node/search/find-bytes';
import { RegexSearch } from '../../../src/node/search/find-regex';
import { FoundLines } from '../../../src/node/search/found-lines';
import { PieceText } from '../../../src/node/search/piece-text';
import type { LinesDescriptor, ViewLine } from '../../../src/protocol/log-lines';
import { temporaryFolder } from '../temporary-folder';
import { type FoundByLine, linesOf, naiveSearch } from './naive-search';

const path = join(temporaryFolder(), 'searched.log');
const piece = new PieceText();

const text = (words: string, options: Partial<SearchPattern> = {}): SearchPattern => ({
  kind: 'text',
  text: words,
  caseSensitive: true,
  wholeWord: false,
  ...options,
});
const regex = (source: string, options: Partial<SearchPattern> = {}) =>
  text(source, { kind: 'regex', ...options });

/** As the threads search, in pieces of so many bytes. */
function search(content: string | Uint8Array, pattern: SearchPattern, pieceBytes: number): FoundByLine {
  writeFileSync(path, content);
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  const compiled = compilePattern(pattern);
  const searching =
    compiled.kind === 'bytes' ? new BytesSearch(compiled, compiled.wholeWord) : new RegexSearch(compiled);
  const descriptor = openSync(path, 'r');
  const lines = linesOf(Buffer.from(content).toString()).length;
  const source: LinesDescriptor = { descriptor, textStart: 0, bytes, firstLine: 0 as ViewLine, lines };
  const pieces = Array.from({ length: Math.ceil(bytes / pieceBytes) }, (_, i) => ({
    source: 0,
    start: i * pieceBytes,
    end: Math.min(bytes, (i + 1) * pieceBytes),
  }));
  const found = new FoundLines([source], pieces);
  let counted = 0;
  for (const [i, { start, end }] of pieces.entries()) {
    piece.read({ pattern, descriptor, textStart: 0, size: bytes, start, end });
    counted += piece.lineCount;
    found.add(i, searching.search(piece).piece(piece.lineCount));
  }
  closeSync(descriptor);
  expect(counted).toBe(lines);
  const result = found.result();
  const bits = new Uint8Array(result.lines);
  const matched = [...Array(lines).keys()].filter((line) => (bits[line >>> 3] >>> (line & 7)) & 1);
  expect(result.matchedLines).toBe(matched.length);
  return { matches: result.matches, lines: matched };
}

interface Case {
  readonly name: string;
  readonly pattern: SearchPattern;
  readonly content: string;
  readonly found: FoundByLine;
}

const cases: readonly Case[] = [
  {
    name: 'words wherever they stand, as often as they do',
    pattern: text('pier'),
    content: 'a pier\nno ferry\r\npier to pier\n',
    found: { matches: 3, lines: [0, 2] },
  },
  {
    name: 'words in either case',
    pattern: text('Pier 7', { caseSensitive: false }),
    content: 'PIER 7\npier 70\nPier-7\n',
    found: { matches: 2, lines: [0, 1] },
  },
  {
    name: 'whole words, where letters of any script are part of one',
    pattern: text('ort', { wholeWord: true }),
    content: 'port\nort\nort_7\nört ort.\northo\nürort\n“ort”\n',
    found: { matches: 3, lines: [1, 3, 6] },
  },
  {
    name: 'no match beyond its line',
    pattern: regex('left\\s+pier|[^x]*end'),
    content: 'left\npier\nthe\nend\n',
    found: { matches: 1, lines: [3] },
  },
  {
    name: 'ends and beginnings of lines, whatever ends them',
    pattern: regex('^a$'),
    content: 'a\r\na\ra\nb\r\n\r\na',
    found: { matches: 4, lines: [0, 1, 2, 5] },
  },
  {
    name: 'a regex that matches nothing, once in every line',
    pattern: regex('x*'),
    content: 'ab\r\n\r\nxx\n\n',
    found: { matches: 4, lines: [0, 1, 2, 3] },
  },
  {
    name: 'no words at all, in every line',
    pattern: text(''),
    content: 'a\n\nb',
    found: { matches: 3, lines: [0, 1, 2] },
  },
  {
    name: 'a separator of Unicode within its line',
    pattern: regex('b$'),
    content: 'a\u2028b\nb\u2028a\n',
    found: { matches: 1, lines: [0] },
  },
  {
    name: 'words through the colours they are shown in',
    pattern: text('engine failed'),
    content: 'plain\n\u001b[31mengine\u001b[0m failed\n\u001b]8;;x\u0007engine\u001b[1m fail\n',
    found: { matches: 1, lines: [1] },
  },
  {
    name: 'characters beyond ASCII, in either case',
    pattern: text('ÖL', { caseSensitive: false }),
    content: 'kein öl\nÖl!\nol\n油\n',
    found: { matches: 2, lines: [0, 1] },
  },
  {
    name: 'NUL as any other character',
    pattern: regex('a\\0b'),
    content: 'a\0b\nab\n',
    found: { matches: 1, lines: [0] },
  },
  {
    name: 'what the flag u forbids and JavaScript allows',
    pattern: regex('\\-{'),
    content: 'a-{\nb\n',
    found: { matches: 1, lines: [0] },
  },
];

describe('a search finds', () => {
  it.each(cases)('$name', ({ pattern, content, found }) => {
    for (const pieceBytes of [1, 3, 7, 1000]) expect(search(content, pattern, pieceBytes)).toEqual(found);
  });
});

/** Words and marks that patterns below meet, and what lines end in. */
const bits = [
  'ab',
  'AB',
  'a',
  'b',
  ' ',
  '  ',
  '_',
  '7',
  '.',
  'ä',
  'Ä',
  '漢',
  '😀',
  '\0',
  'x=y',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
];
const contents = fc.array(fc.constantFrom(...bits), { maxLength: 60 }).map((parts) => parts.join(''));
const sources = [
  'ab',
  'a b',
  'b_',
  'x=y',
  '\\s+',
  '\\w+=\\w',
  '[^b]+b',
  '^\\s*$',
  'a(?!b)',
  '(?<!a)b',
  '(a|b)+\\d',
  '\\W',
  '\\D+7',
  '[-a]b',
  '[^-a]',
  'ä',
  '.$',
  '^.',
  '\\bab\\b',
  '(a)\\1',
  'a?',
  '[\\s\\S]b',
  '\\P{L}a',
  '\\n',
  'b\\r?$',
  '漢|😀',
  'ab|_7',
  '(?:ab7|x=y)\\w*',
  '\\bx=y(?! )|AB b',
  'ab b?$',
  '(?:ab|x=)\\w',
  '(?:ab|_)?b',
  '(?:a|b){2}7',
  '(?<way>7|ab) |😀',
  '(?:ab|(?!x)y)b',
  '(?=b)',
];
const options = fc.record({ caseSensitive: fc.boolean(), wholeWord: fc.boolean() });

describe('in any text, in pieces of any size', () => {
  it('a regex finds what it finds in each line alone', () => {
    fc.assert(
      fc.property(
        contents,
        fc.constantFrom(...sources),
        options,
        fc.integer({ min: 1, max: 40 }),
        (content, source, how, bytes) => {
          const pattern = regex(source, how);
          expect(search(content, pattern, bytes)).toEqual(naiveSearch(content, pattern));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('words are found as a regex of them would', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'B', ' ', '7', '_', 'ä', '漢', '.'), { maxLength: 4 });
    fc.assert(
      fc.property(contents, words, options, fc.integer({ min: 1, max: 40 }), (content, parts, how, bytes) => {
        const pattern = text(parts.join(''), how);
        expect(search(content, pattern, bytes)).toEqual(naiveSearch(content, pattern));
      }),
      { numRuns: 2000 },
    );
  });
});

it('invalid UTF-8 hides nothing behind it', () => {
  const content = Uint8Array.from([0x61, 0xff, 0xc3, 0x0a, 0xe6, 0xbc, 0x0a, 0x61, 0x62]);
  expect(search(content, regex('^a.'), 4)).toEqual({ matches: 2, lines: [0, 2] });
  expect(search(content, text('ab'), 4)).toEqual({ matches: 1, lines: [2] });
  expect(search(content, text('\ufffd'), 4)).toEqual({ matches: 3, lines: [0, 1] });
});

it.each(['(', 'a{2,1}', '*', '[b-a]'])('%s is refused with what is wrong with it', (source) => {
  expect(() => compilePattern(regex(source))).toThrow(/ is no regex: .+\. Correct it/);
});
