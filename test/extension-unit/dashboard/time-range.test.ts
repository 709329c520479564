import { expect, test } from 'vitest';
import type { FilterClause } from '../../../src/engine/filter/filter';
import { rangeOf, withRange } from '../../../src/extension/dashboard/time-range';

const level: FilterClause = { mode: 'include', enabled: true, test: { kind: 'level', atLeast: 'warn' } };
const range = { from: '1000', until: '2000' };
const time = (change: Partial<FilterClause> = {}): FilterClause => ({
  mode: 'include',
  enabled: true,
  test: { kind: 'time', ...range },
  ...change,
});

test.for<[string, readonly FilterClause[], typeof range | null]>([
  ['no clause', [], null],
  ['a clause of another kind', [level], null],
  ['a time that is shown', [level, time()], range],
  ['a time that is hidden', [time({ mode: 'exclude' })], null],
  ['a time that is switched off', [time({ enabled: false })], null],
])('the range of a filter with %s', ([, clauses, expected]) => {
  expect(rangeOf({ clauses, context: 0 })).toEqual(expected);
});

test('a range takes the place of the one before and leaves the others', () => {
  const hidden = time({ mode: 'exclude' });
  const filter = withRange({ clauses: [time(), level, hidden], context: 3 }, { from: '5', until: null });
  expect(filter.context).toBe(3);
  expect(filter.clauses.slice(0, 2)).toEqual([level, hidden]);
  expect(rangeOf(filter)).toEqual({ from: '5', until: null });
  expect(withRange(filter, null).clauses).toEqual([level, hidden]);
});
