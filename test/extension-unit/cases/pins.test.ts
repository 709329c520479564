import { describe, expect, it } from 'vitest';
import { isPinned, pinned, together, unpinned } from '../../../src/extension/cases/pins';
import type { Bookmark, PinnedFinding } from '../../../src/protocol/reading';

const bookmark = (line: number, note = '', finding?: PinnedFinding) =>
  ({ source: 0, line, key: 'k', ordinal: 0, note, ...(finding && { finding }) }) as Bookmark;
const finding: PinnedFinding = { id: 'aa', severity: 'high', title: 'never seen' };

describe('a pinned anomaly', () => {
  it('leaves the note on its line, and the other bookmarks', () => {
    const marks = pinned([bookmark(1), bookmark(2, 'here')], bookmark(2), finding);
    expect(marks).toEqual([bookmark(1), bookmark(2, 'here', finding)]);
    expect(isPinned(marks, 'aa')).toBe(true);
  });

  it('is unpinned without the note being lost', () => {
    const marks = [bookmark(1, '', finding), bookmark(2, 'here', finding), bookmark(3)];
    expect(unpinned(marks, 'aa')).toEqual([bookmark(2, 'here'), bookmark(3)]);
  });
});

describe('bookmarks of a case', () => {
  it('take none of the reader’s away', () => {
    expect(together([bookmark(2, 'theirs')], [bookmark(1, 'mine')])).toEqual([
      bookmark(2, 'theirs'),
      bookmark(1, 'mine'),
    ]);
  });

  it.each([
    ['theirs', 'mine', 'mine\ntheirs'],
    ['theirs', '', 'theirs'],
    ['', 'mine', 'mine'],
    ['same', 'same', 'same'],
  ])('on a line of the reader’s: %j and %j', (theirs, mine, note) => {
    expect(together([bookmark(2, theirs)], [bookmark(2, mine)])).toEqual([bookmark(2, note)]);
  });
});
