import { expect, test } from 'vitest';
import {
  checkedCommand,
  checkedContrast,
  checkedFilterTest,
  checkedLanes,
  checkedMetricsWindow,
  checkedSave,
  checkedTexts,
  checkedThreshold,
  checkedTimeline,
  checkedWindow,
} from '../../../src/extension/dashboard/checks';

const window = { from: '1', until: null };

test.for<[string, () => unknown]>([
  ['a time that is no number', () => checkedWindow({ from: '1e9', until: null })],
  ['a time as long as a book', () => checkedWindow({ from: '1'.repeat(40), until: null })],
  ['a time no filter can hold', () => checkedWindow({ from: null, until: '1'.repeat(21) })],
  ['a window that is none', () => checkedWindow('all')],
  ['a command nobody listed', () => checkedCommand('workbench.action.terminal.sendSequence')],
  ['a command by its prototype', () => checkedCommand('toString')],
  ['a threshold above 1', () => checkedThreshold(1.5)],
  ['a threshold that is not a number', () => checkedThreshold(Number.NaN)],
  [
    'a filter by a search, which is a user’s regex',
    () => checkedFilterTest({ kind: 'search', pattern: { kind: 'regex', text: '(a+)+$' } }),
  ],
  ['a level nobody knows', () => checkedFilterTest({ kind: 'level', atLeast: '__proto__' })],
  ['a file of another kind', () => checkedSave({ name: 'x', kind: 'sh', content: 'rm' })],
  ['a file of no text and no bytes', () => checkedSave({ name: 'x', kind: 'svg', content: {} })],
  ['metrics of all times', () => checkedMetricsWindow({ from: null, until: null, points: 10 })],
  ['texts that are none', () => checkedTexts([1])],
])('%s is refused', ([, check]) => {
  expect(check).toThrow('not as agreed');
});

test.for<[string, unknown, unknown]>([
  ['bins', checkedTimeline({ ...window, bins: 1e9 }).bins, 2000],
  ['at least one bin', checkedTimeline({ ...window, bins: 0 }).bins, 1],
  ['lanes', checkedLanes({ ...window, by: 'session', bins: 10, limit: 1e6 }).limit, 200],
  ['contrasts', checkedContrast({ focus: window, against: null, values: 'exact', limit: 1e6 }).limit, 100],
  ['a file’s name', checkedSave({ name: 'x'.repeat(1000), kind: 'csv', content: '' }).name.length, 300],
])('no more than the most is asked for: %s', ([, checked, expected]) => {
  expect(checked).toBe(expected);
});

test('what the contract allows passes as it is', () => {
  expect(checkedWindow({ from: '-5', until: '7', more: 1 })).toEqual({ from: '-5', until: '7' });
  expect(checkedFilterTest({ kind: 'field', name: 'host', value: 'db-1' })).toEqual({
    kind: 'field',
    name: 'host',
    value: 'db-1',
  });
  const pattern = { kind: 'text', text: 'req-1', caseSensitive: true, wholeWord: true };
  expect(checkedFilterTest({ kind: 'search', pattern })).toEqual({ kind: 'search', pattern });
  const template = { kind: 'template', title: 'long', pieces: ['x'.repeat(50_000), ' <num>'] };
  expect(checkedFilterTest(template)).toEqual(template);
  expect(checkedThreshold(null)).toBeNull();
});
