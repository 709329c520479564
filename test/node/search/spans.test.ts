import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchPattern } from '../../../src/engine/filter/filter';
import { spansOf } from '../../../src/node/search/spans';

const pattern = (text: string, more: Partial<SearchPattern> = {}): SearchPattern => ({
  kind: 'text',
  text,
  caseSensitive: true,
  wholeWord: false,
  ...more,
});

it.each([
  {
    name: 'every match in turn',
    of: pattern('ab'),
    text: 'ab abab',
    spans: [
      [0, 2],
      [3, 2],
      [5, 2],
    ],
  },
  { name: 'none within another', of: pattern('aa'), text: 'aaa', spans: [[0, 2]] },
  { name: 'either case', of: pattern('ÄB', { caseSensitive: false }), text: 'äb', spans: [[0, 2]] },
  { name: 'whole words', of: pattern('ab', { wholeWord: true }), text: 'ab abc äab', spans: [[0, 2]] },
  { name: 'places in UTF-16 units', of: pattern('b'), text: '😀b', spans: [[2, 1]] },
  {
    name: 'a regex',
    of: pattern('\\d+', { kind: 'regex' }),
    text: 'a12b3',
    spans: [
      [1, 2],
      [4, 1],
    ],
  },
  { name: 'no place of an empty match', of: pattern('x*', { kind: 'regex' }), text: 'ab', spans: [] },
  {
    name: 'characters that mean something in a regex as they stand',
    of: pattern('a.(b)*'),
    text: 'axb a.(b)*',
    spans: [[4, 6]],
  },
])('shows $name', ({ of, text, spans }) => {
  expect(spansOf(of, [text, ''])).toEqual([spans, []]);
});

it('shows at most a thousand places of a text', () => {
  expect(spansOf(pattern('a'), ['a'.repeat(5000)])[0]).toHaveLength(1000);
});

it('any words are found where they stand', () => {
  const characters = fc.constantFrom('a', 'b', '.', '\\', '^', '$', '(', ']', '/', '-', ' ', '漢', '😀');
  const words = fc.array(characters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, words, words, (before, sought, behind) => {
      const text = `${before}${sought}${behind}`;
      const [spans] = spansOf(pattern(sought), [text]);
      expect(spans.length).toBeGreaterThan(0);
      for (const [start, length] of spans) expect(text.slice(start, start + length)).toBe(sought);
    }),
  );
});
