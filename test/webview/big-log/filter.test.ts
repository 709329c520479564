import { describe, expect, test } from 'vitest';
import {
  included,
  indexOf,
  levelOf,
  replaced,
  toggled,
  turned,
  withLevel,
  without,
} from '../../../webview/big-log/filter/clauses';
import { clauseText } from '../../../webview/big-log/filter/filter-words';
import { lineNumberOf, viewLineOf } from '../../../webview/big-log/go-to/line-numbers';
import type { FilterClause, LogFilter } from '../../../webview/big-log/terms';
import { MemoryLog } from '../harness/memory-log';

const search = (text: string): FilterClause =>
  included({ kind: 'search', pattern: { kind: 'text', text, caseSensitive: false, wholeWord: false } });
const cart = search('cart');
const warn = included({ kind: 'level', atLeast: 'warn' });
const filter: LogFilter = { clauses: [cart, warn], context: 2 };

describe('a changed filter', () => {
  const cases: readonly [what: string, changed: LogFilter, clauses: readonly FilterClause[]][] = [
    ['without a clause', without(filter, 0), [warn]],
    ['with a clause switched off', toggled(filter, 1), [cart, { ...warn, enabled: false }]],
    ['with a clause turned round', turned(filter, 0), [{ ...cart, mode: 'exclude' }, warn]],
    [
      'with the typed text in the place of what was typed before',
      replaced(filter, cart, search('car')),
      [search('car'), warn],
    ],
    ['with what is typed first at its end', replaced(filter, null, search('x')), [cart, warn, search('x')]],
    ['without what is typed no more', replaced(filter, cart, null), [warn]],
    ['as it was where nothing was typed', replaced(filter, null, null), [cart, warn]],
    [
      'with what is typed, though somebody took the old away',
      replaced(filter, search('gone'), search('new')),
      [cart, warn, search('new')],
    ],
    ['with another level', withLevel(filter, 'error'), [cart, included({ kind: 'level', atLeast: 'error' })]],
    ['of any level', withLevel(filter, null), [cart]],
  ];
  test.each(cases)('%s', (_what, changed, clauses) => {
    expect(changed).toEqual({ clauses, context: 2 });
  });

  test('knows its level and its clauses', () => {
    expect([levelOf(filter), levelOf(without(filter, 1)), levelOf(toggled(filter, 1))]).toEqual([
      'warn',
      null,
      null,
    ]);
    expect([indexOf(filter, { ...warn }), indexOf(filter, search('x'))]).toEqual([1, -1]);
  });
});

describe('a chip says', () => {
  test.each([
    [cart, '“cart”'],
    [warn, 'level ≥ WARN'],
    [included({ kind: 'field', name: 'service', value: 'cart' }), 'service = cart'],
    [included({ kind: 'time', from: '1700000000000000000', until: null }), 'time 2023-11-14 22:13:20Z – …'],
    [included({ kind: 'severity', atLeast: 'high' }), 'anomaly ≥ High'],
    [included({ kind: 'bookmark' }), 'bookmarked'],
  ])('%j', ({ test: what }, text) => {
    expect(clauseText(what)).toBe(text);
  });
});

describe('a line by its number', () => {
  test.each([
    ['1204', 1204],
    [':12', 12],
    ['1,204,332', 1_204_332],
    ['0', 1],
    ['14:05', null],
    ['-3', null],
    ['99999999999999999', null],
  ])('%j', (text, number) => {
    expect(lineNumberOf(text)).toBe(number);
  });

  const progress = { ...new MemoryLog({ lines: 60, textOf: String }).progress, sourceLines: [10, 20, 30] };
  test.each([
    [1, 0, 0],
    [10, 0, 9],
    [11, 0, 9],
    [1, 1, 10],
    [30, 2, 59],
    [99, 2, 59],
  ])('%i of source %i is line %i of all', (number, source, line) => {
    expect(viewLineOf(number, source, progress)).toBe(line);
  });
});
