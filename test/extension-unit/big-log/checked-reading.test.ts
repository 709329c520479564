import { expect, test } from 'vitest';
import { checkedReading } from '../../../src/extension/big-log/checked-reading';

const pattern = { kind: 'text', text: 'late', caseSensitive: false, wholeWord: true };
const clause = (test: unknown) => ({
  filter: { clauses: [{ mode: 'exclude', test, enabled: true }], context: 2 },
});

test.each([
  ['words', clause({ kind: 'search', pattern })],
  ['a level', clause({ kind: 'level', atLeast: 'warn' })],
  ['a severity', clause({ kind: 'severity', atLeast: 'high' })],
  [
    'a template',
    clause({ kind: 'template', title: 'order <number> late', pieces: ['order', ' <number>', ' late'] }),
  ],
  ['a time', clause({ kind: 'time', from: '1700000000000000000', until: null })],
  ['a field', clause({ kind: 'field', name: 'service', value: 'checkout' })],
  ['bookmarks', clause({ kind: 'bookmark' })],
  ['the dial', { noise: 3 }],
  ['a run shown all the same', { unfolded: [{ source: 0, line: 4, key: '', ordinal: 0 }] }],
  ['labels', { showsLabels: true }],
  ['columns', { showsGaps: true, wraps: false, zone: 'Europe/Zurich' }],
])('the view changes %s', (_, change) => {
  expect(checkedReading(change)).toEqual(change);
});

test('bookmarks and highlights are not its to change', () => {
  expect(
    checkedReading({ bookmarks: [{ note: 'x' }], highlights: [1], clockOffsets: [5], noise: 1 }),
  ).toEqual({
    noise: 1,
  });
});

test.each([
  ['a notch the dial has not', { noise: 5 }],
  ['a clause of no kind', clause({ kind: 'script', text: 'x' })],
  ['a level every object has', clause({ kind: 'level', atLeast: 'constructor' })],
  ['a time that is none', clause({ kind: 'time', from: '1e9', until: null })],
  ['clauses that are no list', { filter: { clauses: 'all', context: 0 } }],
  ['more clauses than anybody writes', { filter: { clauses: new Array(1000).fill({}), context: 0 } }],
  ['a zone there is not', { zone: 'Mars/Base' }],
  ['a line before the first', { unfolded: [{ source: 0, line: 0, key: '', ordinal: 0 }] }],
  ['nothing', null],
])('%s is refused', (_, change) => {
  expect(() => checkedReading(change)).toThrow();
});
