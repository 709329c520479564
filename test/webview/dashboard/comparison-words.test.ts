import { expect, test } from 'vitest';
import type { ComparedRow, ComparisonColumns } from '../../../src/protocol/dashboard';
import {
  changeText,
  comparisonSentence,
  comparisonTable,
  countText,
} from '../../../webview/dashboard/comparison/comparison-words';

const row = (kind: ComparedRow['kind'], badCount: number, goodCount: number): ComparedRow => ({
  ...{ kind, badCount, goodCount },
  ...{ title: 'Till opened', line: null, reason: '' },
});
const columns = (more: Partial<ComparisonColumns>): ComparisonColumns => ({
  ...{ bad: 'bad.log', good: ['good.log'], stale: false, summary: '', rows: [] },
  ...more,
});

test.for<[number, string]>([
  [0, '0'],
  [7.5, '7.5'],
  [1 / 3, '0.3'],
  [1234.5, '1,235'],
  [1_240_318, '1,240,318'],
])('%d records are told as %s', ([count, text]) => {
  expect(countText(count)).toBe(text);
});

test.for<[ComparedRow, string]>([
  [row('new', 4, 0), 'new'],
  [row('vanished', 0, 4), 'gone'],
  [row('shifted', 30, 10), '×3'],
  [row('shifted', 9, 120), '×0.075'],
  [row('shifted', 12_345, 1), '×12,345'],
])('what became of %o is %s', ([given, text]) => {
  expect(changeText(given)).toBe(text);
});

test.for<[string, Partial<ComparisonColumns>, string]>([
  ['nothing', {}, 'No template comes more or less often than in good.log.'],
  [
    'what differs',
    { rows: [row('new', 4, 0), row('shifted', 30, 10), row('shifted', 1, 3), row('vanished', 0, 2)] },
    'Templates against good.log: 1 new, 1 gone, 2 more or less often. The most telling: Till opened (0 → 4).',
  ],
  [
    'several good logs, and a log that changed',
    { stale: true, good: ['a', 'b'] },
    'The log has changed since it was compared. No template comes more or less often than in the mean of 2 good logs.',
  ],
])('the sentence says %s', ([, given, sentence]) => {
  expect(comparisonSentence(columns(given))).toBe(sentence);
});

test('the table has lines as people count them, and none of what is gone', () => {
  const here = { ...row('new', 4, 0), line: 0 as ComparedRow['line'] };
  const { rows } = comparisonTable(columns({ rows: [here, row('vanished', 0, 2)] }));
  expect(rows.map((cells) => cells[4])).toEqual([1, null]);
});
