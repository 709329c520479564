import { basename, dirname, join, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import type { SourceIndex } from '../../engine/model/units';
import { type BookmarkedLog, BookmarkStore, isOfLog, type KeptBookmark } from '../../node/store/bookmarks';
import type { Bookmark, LinePlace } from '../../protocol/reading';
import { correctionPlaces } from '../shared/correction-places';
import { tellCorrectionProblem, tellDamagedLine } from '../shared/correction-problems';
import type { WorkspaceConsent } from '../shared/workspace-consent';
import type { BookmarksChange } from './bookmark-list';

const fileName = 'bookmarks.jsonl';

/** One of a log's files, and what its first line's place is called. */
export interface BookmarkedSource {
  readonly uri: vscode.Uri;
  readonly log: string;
}

/** Bookmarks of the store: of the workspace folder the log lies in, else of this machine. */
export class KeptBookmarks {
  private readonly stores = new Map<string, BookmarkStore>();

  constructor(
    private readonly globalStorage: vscode.Uri,
    private readonly consent: WorkspaceConsent,
  ) {}

  /** Whether a search of the log could find any. */
  async mayHave(file: vscode.Uri): Promise<boolean> {
    return (await this.read(file)).length > 0;
  }

  /** Those that may be of the log's files, each where it was when it was kept. */
  async of(sources: readonly BookmarkedSource[]): Promise<Bookmark[]> {
    const all = sources.map(async ({ uri, log }, source) => {
      const named = this.named({ uri, log });
      const own = (await this.read(uri)).filter((one) => isOfLog(one, named));
      return own.map(({ line, key, ordinal, note, finding }) => ({
        source: source as SourceIndex,
        line,
        key,
        ordinal,
        note,
        ...(finding && { finding }),
      }));
    });
    return (await Promise.all(all)).flat();
  }

  /** Throws InputError, and what the file system does. `at`: ISO 8601, UTC. */
  async change(sources: readonly BookmarkedSource[], change: BookmarksChange, at: string): Promise<void> {
    for (const [index, source] of sources.entries()) {
      const isOwn = (place: LinePlace) => place.source === index;
      const removed = change.removed.filter(isOwn);
      const put = change.put.filter(isOwn).map((one) => ({ ...one, at }));
      if (removed.length + put.length === 0) continue;
      const named = this.named(source);
      const { write } = await this.places(source.uri);
      await this.store(write).change(named, { removed, put });
      for (const folder of await this.readable(source.uri)) {
        // A change makes the file, also where there is nothing to remove.
        const isElsewhere = folder !== write && (await this.readFolder(folder)).length > 0;
        if (isElsewhere) await this.store(folder).change(named, { removed: [...removed, ...put], put: [] });
      }
    }
  }

  private async read(file: vscode.Uri): Promise<readonly KeptBookmark[]> {
    const folders = await this.readable(file);
    return (await Promise.all(folders.map((folder) => this.readFolder(folder)))).flat();
  }

  private async readable(file: vscode.Uri): Promise<readonly string[]> {
    const { own, workspace } = await this.places(file);
    return workspace !== undefined && this.consent.given ? [own, workspace] : [own];
  }

  private async readFolder(folder: string): Promise<readonly KeptBookmark[]> {
    try {
      const { bookmarks, damaged } = await this.store(folder).list();
      if (damaged.length > 0) tellDamagedLine(join(folder, fileName), damaged[0].line);
      return bookmarks;
    } catch (error) {
      tellCorrectionProblem(error);
      return [];
    }
  }

  private named({ uri, log }: BookmarkedSource): BookmarkedLog {
    return { log, file: fileWithin(uri) };
  }

  private places(file: vscode.Uri) {
    return correctionPlaces(file, this.globalStorage, this.consent.given);
  }

  /** One object a file: it lets changes of the file wait for each other. */
  private store(folder: string): BookmarkStore {
    const known = this.stores.get(folder);
    if (known) return known;
    const store = new BookmarkStore(join(folder, fileName));
    this.stores.set(folder, store);
    return store;
  }
}

/** As the store's folder sees it, whatever machine the workspace lies on. */
function fileWithin(uri: vscode.Uri): string {
  const folder = uri.scheme === 'file' ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
  if (!folder) return basename(uri.path);
  return join(relative(folder.uri.fsPath, dirname(uri.fsPath)), basename(uri.fsPath))
    .split(sep)
    .join('/');
}
