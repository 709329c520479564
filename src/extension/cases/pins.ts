import type { Bookmark, LinePlace, PinnedFinding } from '../../protocol/reading';

export function isPinned(bookmarks: readonly Bookmark[], id: PinnedFinding['id']): boolean {
  return bookmarks.some(({ finding }) => finding?.id === id);
}

/** On its line; a note that stands there stays. */
export function pinned(
  bookmarks: readonly Bookmark[],
  place: LinePlace,
  finding: PinnedFinding,
): readonly Bookmark[] {
  const note = bookmarks.find((one) => isOn(one, place))?.note ?? '';
  return [...bookmarks.filter((one) => !isOn(one, place)), { ...place, note, finding }];
}

/** A bookmark with a note of the reader's stays one. */
export function unpinned(bookmarks: readonly Bookmark[], id: PinnedFinding['id']): readonly Bookmark[] {
  return bookmarks.flatMap((bookmark) => {
    if (bookmark.finding?.id !== id) return [bookmark];
    const { finding: _, ...rest } = bookmark;
    return rest.note === '' ? [] : [rest];
  });
}

/** Those of a case, and those the reader has of the log; where both say something of a line, both stay. */
export function together(ofCase: readonly Bookmark[], own: readonly Bookmark[]): readonly Bookmark[] {
  const both = ofCase.map((one) => {
    const note = own.find((other) => isOn(other, one))?.note ?? '';
    const said = [...new Set([note, one.note])].filter((part) => part !== '');
    return { ...one, note: said.join('\n') };
  });
  return [...both, ...own.filter((one) => !ofCase.some((other) => isOn(other, one)))];
}

function isOn(bookmark: LinePlace, { source, line }: LinePlace): boolean {
  return bookmark.source === source && bookmark.line === line;
}
