import { PlaceFinder } from '../../engine/records/line-places';
import { LineSplitter } from '../../engine/text/line-splitter';
import { plainText } from '../../engine/text/plain-text';
import { transcoded } from '../files/log-text';
import type { ReadableLog } from '../files/readable-log';
import type { KeptBookmark } from './bookmarks';

export interface BookmarkedLine {
  /** 1-based, where the bookmark's text stands by now. */
  readonly line: number;
  /** Without control characters. */
  readonly text: string;
  readonly note: string;
}

const shownChars = 300;

/** In the order of the lines; those whose text is nowhere in the log are left out. Reads the log twice. Throws InputError. */
export async function bookmarkedLines(
  log: ReadableLog,
  bookmarks: readonly KeptBookmark[],
): Promise<readonly BookmarkedLine[]> {
  const finder = new PlaceFinder(bookmarks);
  await eachLine(log, (...line) => finder.push(...line));
  const notes = new Map<number, string>();
  for (const [i, line] of finder.found().entries()) if (line !== null) notes.set(line, bookmarks[i].note);
  const marked: BookmarkedLine[] = [];
  let line = 0;
  await eachLine(log, (bytes, start, end) => {
    const note = notes.get(++line);
    if (note === undefined) return;
    marked.push({ line, text: plainText(bytes, start, end, shownChars), note });
  });
  return marked;
}

async function eachLine(
  log: ReadableLog,
  take: (bytes: Uint8Array, start: number, end: number) => void,
): Promise<void> {
  const splitter = new LineSplitter(take);
  for await (const chunk of transcoded(
    log.chunks(() => undefined),
    log.encoding,
  ))
    splitter.push(chunk);
  splitter.end();
}
