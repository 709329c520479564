import { describe, expect, it } from 'vitest';
import type { LineNumber, SourceIndex } from '../../../src/engine/model/units';
import {
  bookmarkOn,
  changeOf,
  nextLine,
  previousLine,
  unnamed,
  withBookmark,
  withoutBookmark,
} from '../../../src/extension/bookmarks/bookmark-list';
import type { Bookmark } from '../../../src/protocol/reading';

function mark(line: number, change: Partial<Bookmark> = {}): Bookmark {
  const place = { source: 0 as SourceIndex, line: line as LineNumber };
  return { ...place, key: `key ${line}`, ordinal: 0, note: '', ...change };
}

const inSecondFile = { source: 1 as SourceIndex };

describe('bookmarks of a log', () => {
  it('stand in its order, one a line', () => {
    const all = [mark(9), mark(2, inSecondFile), mark(4), mark(9, { note: 'again' })].reduce<Bookmark[]>(
      withBookmark,
      [],
    );
    expect(all).toEqual([mark(4), mark(9, { note: 'again' }), mark(2, inSecondFile)]);
  });

  it('are found and taken away by their line in its file', () => {
    const all = [mark(4), mark(2, inSecondFile)];
    expect(bookmarkOn(all, mark(2))).toBeUndefined();
    expect(bookmarkOn(all, mark(4))).toBe(all[0]);
    expect(withoutBookmark(all, mark(4))).toEqual([all[1]]);
  });
});

describe('what is kept of a change', () => {
  const cases: readonly (readonly [
    what: string,
    former: readonly Bookmark[],
    now: readonly Bookmark[],
    removed: readonly Bookmark[],
    put: readonly Bookmark[],
  ])[] = [
    ['one that is set', [mark(4)], [mark(4), mark(9)], [], [mark(9)]],
    ['one that is removed', [mark(4), mark(9)], [mark(9)], [mark(4)], []],
    ['a note that is written', [mark(4)], [mark(4, { note: 'why?' })], [], [mark(4, { note: 'why?' })]],
    ['nothing of one that moved with its line', [mark(4)], [mark(7, { key: 'key 4' })], [], []],
    ['nothing of one without a name yet', [], [mark(4, { key: unnamed })], [], []],
    ['one that got its name', [mark(4, { key: unnamed })], [mark(4)], [], [mark(4)]],
  ];
  it.each(cases)('%s', (_, former, now, removed, put) => {
    expect(changeOf(former, now)).toEqual({ removed, put });
  });
});

it.each([
  [3, 10, 30],
  [10, 20, 30],
  [20, 30, 10],
  [31, 10, 30],
])('from line %d the next bookmark is on %d, the previous one on %d', (from, next, previous) => {
  expect(nextLine([10, 20, 30], from)).toBe(next);
  expect(previousLine([10, 20, 30], from)).toBe(previous);
});
