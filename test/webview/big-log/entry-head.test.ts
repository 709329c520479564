import { describe, expect, test } from 'vitest';
import { EntryTexts } from '../../../src/node/sources/entry-text';
import { entryHeadStyle } from '../../../webview/big-log/rows/entry-head';

const texts = new EntryTexts();
const written = (labels: readonly (readonly [string, string])[], text: string) => {
  const entry = { time: '1767225600000000001', labels, own: null, text };
  return texts.of([entry]).replace(/\n$/, '');
};

describe('what stands before the text of an entry', () => {
  test.each([
    ['plain labels', [['app', 'shop']]],
    ['a brace and a quote in a value', [['query', '{a="}"} ']]],
    ['no label', []],
    ['a name in quotes', [['odd name', 'x']]],
  ] as const)('%s', (_, labels) => {
    const line = written(labels, 'paid {"order": 7} ');
    const [style] = entryHeadStyle(line);
    expect(line.slice(style?.length)).toBe('paid {"order": 7} ');
  });

  test.each([
    '2026-01-01T00:00:00Z {a="b"} x',
    'paid',
    '',
    '2026-01-01T00:00:00.000000001Z {a="b',
    '2026-01-01T00:00:00.000000001Z a',
  ])('%j is no entry', (line) => {
    expect(entryHeadStyle(line)).toEqual([]);
  });

  test('a row of a thousand braces takes no time', () => {
    const line = `2026-01-01T00:00:00.000000001Z {${'"\\'.repeat(50_000)}`;
    const since = performance.now();
    expect(entryHeadStyle(line)).toEqual([]);
    expect(performance.now() - since).toBeLessThan(500);
  });
});
