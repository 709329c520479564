import { severities } from '../../engine/model/finding';
import type { TextPlace } from '../../engine/records/line-places';
import type { PinnedFinding } from '../../protocol/reading';
import { type DamagedLine, JsonlFile, type JsonlKind } from './versioned-jsonl';

/** What tells whether a bookmark was set in a log: that it begins with the same line, or lies in the same place. */
export interface BookmarkedLog {
  /** Key of the log's first line: the same wherever it is moved or rotated to. */
  readonly log: string;
  /** Relative to the folder the store is of, with forward slashes. */
  readonly file: string;
}

/** A bookmark as it is kept, one a line. */
export interface KeptBookmark extends BookmarkedLog, TextPlace {
  readonly note: string;
  /** The finding that begins there, where it was pinned. */
  readonly finding?: PinnedFinding;
  /** When it was set or its note written: ISO 8601, UTC. */
  readonly at: string;
}

const bookmarksKind: JsonlKind<KeptBookmark> = {
  kind: 'bookmarks',
  version: 1,
  migrations: {},
  isEntry(data): data is KeptBookmark {
    const { log, file, key, note, at, line, ordinal, finding } = data as Partial<
      Record<keyof KeptBookmark, unknown>
    >;
    const areTexts = [log, file, note, at].every((one) => typeof one === 'string');
    if (finding !== undefined && !isPinned(finding)) return false;
    return areTexts && isKey(key) && isCount(line, 1) && isCount(ordinal, 0);
  },
};

function isPinned(value: unknown): value is PinnedFinding {
  if (typeof value !== 'object' || value === null) return false;
  const { id, severity, title } = value as Partial<Record<keyof PinnedFinding, unknown>>;
  return typeof id === 'string' && typeof title === 'string' && severities.some((one) => one === severity);
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);
}

function isCount(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= least;
}

/** What changes of a log's bookmarks in one step. */
export interface BookmarkChange {
  readonly removed: readonly TextPlace[];
  /** One in a place where there is one already takes its place. */
  readonly put: readonly Pick<KeptBookmark, 'line' | 'key' | 'ordinal' | 'note' | 'at' | 'finding'>[];
}

/**
 * `bookmarks.jsonl` of one store folder. Places stay as they were when they were kept: a log is searched for them each time. Every
 * method throws InputError for a newer file and for one that is none of ours.
 */
export class BookmarkStore {
  private readonly file: JsonlFile<KeptBookmark>;

  constructor(path: string) {
    this.file = new JsonlFile(path, bookmarksKind);
  }

  async list(): Promise<{
    readonly bookmarks: readonly KeptBookmark[];
    readonly damaged: readonly DamagedLine[];
  }> {
    const { entries, damaged } = await this.file.read();
    return { bookmarks: entries, damaged };
  }

  change(log: BookmarkedLog, { removed, put }: BookmarkChange): Promise<void> {
    const gone = new Set([...removed, ...put].map(nameOf));
    return this.file.change((kept) => [
      ...kept.filter((one) => !isOfLog(one, log) || !gone.has(nameOf(one))),
      ...put.map(({ line, key, ordinal, note, at, finding }) => ({
        ...log,
        line,
        key,
        ordinal,
        note,
        at,
        ...(finding && { finding }),
      })),
    ]);
  }
}

/** It may be: whether its line is there is for a search of the log to say. */
export function isOfLog(bookmark: BookmarkedLog, { log, file }: BookmarkedLog): boolean {
  return bookmark.log === log || bookmark.file === file;
}

function nameOf({ key, ordinal }: TextPlace): string {
  return `${key} ${ordinal}`;
}
