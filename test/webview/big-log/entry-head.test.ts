import { describe, expect, test } from 'vitest';
import { EntryTexts } from '../../../src/node/sources/entry-text';
import { entryHeadOf } from '../../../webview/big-log/rows/entry-head';
import { processorMs } from '../../processor-time';

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
    const head = entryHeadOf(line);
    expect(line.slice(head?.length)).toBe('paid {"order": 7} ');
    const { start, length } = head?.labels ?? { start: 0, length: 0 };
    expect(line.slice(start, start + length)).toBe(
      line.slice('2026-01-01T00:00:00.000000001Z '.length, (head?.length ?? 0) - 1),
    );
    expect(line.slice(start, start + length)).toMatch(/^\{.*\}$/);
  });

  test.each([
    '2026-01-01T00:00:00Z {a="b"} x',
    'paid',
    '',
    '2026-01-01T00:00:00.000000001Z {a="b',
    '2026-01-01T00:00:00.000000001Z a',
  ])('%j is no entry', (line) => {
    expect(entryHeadOf(line)).toBeNull();
  });

  test('a row of a thousand braces takes no time', () => {
    const line = `2026-01-01T00:00:00.000000001Z {${'"\\'.repeat(50_000)}`;
    expect(processorMs(() => expect(entryHeadOf(line)).toBeNull())).toBeLessThan(5_000);
  });
});
