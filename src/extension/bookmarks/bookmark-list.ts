import type { Bookmark } from '../../protocol/reading';
import type { SourcePlace } from '../shared/source-lines';

/** A bookmark whose line was not named yet: shown, and kept as soon as it is. */
export const unnamed = '';

export function bookmarkOn(bookmarks: readonly Bookmark[], place: SourcePlace): Bookmark | undefined {
  return bookmarks.find((one) => isOn(one, place));
}

/** In the order of the log; one on a line where there is one takes its place. */
export function withBookmark(bookmarks: readonly Bookmark[], bookmark: Bookmark): Bookmark[] {
  return [...withoutBookmark(bookmarks, bookmark), bookmark].sort(
    (a, b) => a.source - b.source || a.line - b.line,
  );
}

export function withoutBookmark(bookmarks: readonly Bookmark[], place: SourcePlace): Bookmark[] {
  return bookmarks.filter((one) => !isOn(one, place));
}

export interface BookmarksChange {
  readonly removed: readonly Bookmark[];
  readonly put: readonly Bookmark[];
}

/** What is to be kept otherwise than before; of bookmarks without a name nothing is. */
export function changeOf(former: readonly Bookmark[], now: readonly Bookmark[]): BookmarksChange {
  const [before, after] = [byName(former), byName(now)];
  return {
    removed: [...before].filter(([name]) => !after.has(name)).map(([, one]) => one),
    put: [...after].filter(([name, one]) => !saysTheSame(one, before.get(name))).map(([, one]) => one),
  };
}

function saysTheSame(one: Bookmark, former: Bookmark | undefined): boolean {
  return former?.note === one.note && former.finding?.id === one.finding?.id;
}

/** The line of the neighbour; around the ends it goes on at the other one. `lines` in order. */
export function nextLine(lines: readonly number[], from: number): number | undefined {
  return lines.find((line) => line > from) ?? lines[0];
}

export function previousLine(lines: readonly number[], from: number): number | undefined {
  return lines.findLast((line) => line < from) ?? lines.at(-1);
}

function byName(bookmarks: readonly Bookmark[]): Map<string, Bookmark> {
  const named = bookmarks.filter(({ key }) => key !== unnamed);
  return new Map(named.map((one) => [`${one.source} ${one.key} ${one.ordinal}`, one]));
}

function isOn(bookmark: SourcePlace, { source, line }: SourcePlace): boolean {
  return bookmark.source === source && bookmark.line === line;
}
