import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilterClause } from '../../../src/engine/filter/filter';
import { filterLines } from '../../../src/engine/filter/filter-lines';
import { bitsOf, exclude, filterOf, include, membersOf } from './asked';

const search = {
  kind: 'search',
  pattern: { kind: 'text', text: '', caseSensitive: true, wholeWord: false },
} as const;

interface Case {
  readonly name: string;
  readonly clauses: readonly FilterClause[];
  readonly context?: number;
  readonly searched?: readonly (readonly number[])[];
  readonly bookmarks?: readonly number[];
  readonly shown: readonly number[];
  readonly around?: readonly number[];
}

const cases: readonly Case[] = [
  { name: 'all lines without a clause', clauses: [], shown: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
  { name: 'lines found', clauses: [include(search)], searched: [[2, 9]], shown: [2, 9] },
  {
    name: 'all but those found',
    clauses: [exclude(search)],
    searched: [[0, 1, 2, 3, 4, 9]],
    shown: [5, 6, 7, 8],
  },
  {
    name: 'lines found by either of two searches, that are bookmarks',
    clauses: [include(search), include({ kind: 'bookmark' }), include(search)],
    searched: [[1], [4, 8]],
    bookmarks: [1, 8, 9],
    shown: [1, 8],
  },
  {
    name: 'no line by what asks for records',
    clauses: [include({ kind: 'level', atLeast: 'warn' })],
    shown: [],
  },
  {
    name: 'lines around, but not beyond the log',
    clauses: [include(search)],
    searched: [[0, 6]],
    context: 1,
    shown: [0, 1, 5, 6, 7],
    around: [1, 5, 7],
  },
];

describe('a log that was not analysed shows', () => {
  it.each(cases)('$name', ({ clauses, context = 0, searched = [], bookmarks = [], shown, around = [] }) => {
    const left = filterLines({
      filter: filterOf(clauses, context),
      lines: 10,
      searched: searched.map((lines) => bitsOf(lines, 10)),
      bookmarkLines: bookmarks,
    });
    expect(membersOf(left.lines, 10)).toEqual(shown);
    expect(left.context === null ? [] : membersOf(left.context, 10)).toEqual(around);
    expect(left.shownRecords).toBe(shown.length - around.length);
  });

  it('each line within so many of one that fits, and no other', () => {
    const lines = fc.uniqueArray(fc.nat(99), { maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.nat(9), fc.integer({ min: 100, max: 120 }), (found, context, length) => {
        const left = filterLines({
          filter: filterOf([include(search)], context),
          lines: length,
          searched: [bitsOf(found, length)],
          bookmarkLines: [],
        });
        const expected = [...Array(length).keys()].filter((line) =>
          found.some((one) => Math.abs(one - line) <= context),
        );
        expect(membersOf(left.lines, length)).toEqual(expected);
      }),
    );
  });
});
