import * as vscode from 'vscode';
import type { ViewLine } from '../../protocol/log-lines';
import type { Bookmark } from '../../protocol/reading';
import { type LogLinePlace, tellNoLine } from '../shared/caret-place';
import { failureText } from '../shared/failure-text';
import type { LineThreads, LogLines } from '../shared/line-threads';
import { isGathered } from '../shared/log-uri';
import type { ReadingChange, Readings } from '../shared/readings';
import { sourcePlaceOf, viewLineOf } from '../shared/source-lines';
import { bookmarkOn, changeOf, unnamed, withBookmark, withoutBookmark } from './bookmark-list';
import type { BookmarkedSource, KeptBookmarks } from './kept-bookmarks';

/** The first of these that is not blank names a log. */
const linesThatName = 20;
const oneFile: readonly number[] = [Number.POSITIVE_INFINITY];

/** Bookmarks of logs: found again in a log when it is opened, kept whenever they change, whoever changes them. */
export class BookmarkedLogs implements vscode.Disposable {
  /** What the store holds of each log, as far as its lines were found. */
  private readonly kept = new Map<string, readonly Bookmark[]>();
  /** What the store is being told; whoever asks it waits for that. */
  private writing: Promise<unknown> = Promise.resolve();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly readings: Readings,
    private readonly threads: LineThreads,
    private readonly store: KeptBookmarks,
  ) {
    this.subscription = readings.onDidChange((change) => this.keep(change));
  }

  /** Finds the log's bookmarks in its text as it is now. */
  async load(uri: vscode.Uri): Promise<void> {
    await this.writing;
    const mayHave = isGathered(uri) || (await this.store.mayHave(uri));
    if (mayHave) await this.withLines(uri, (lines) => this.find(lines)).catch(tell);
  }

  /** The text was replaced: its bookmarks are where their lines are now. */
  reload(uri: vscode.Uri): Promise<void> {
    this.threads.renew(uri);
    return this.load(uri);
  }

  async toggle({ uri, line }: LogLinePlace): Promise<void> {
    const { bookmark, place } = await this.at({ uri, line });
    if (!bookmark) return this.set({ uri, line }, { ...place, key: unnamed, ordinal: 0, note: '' });
    this.readings.change(uri, { bookmarks: withoutBookmark(this.of(uri), place) });
  }

  /** Sets a bookmark where there is none. */
  async write({ uri, line }: LogLinePlace, note: string): Promise<void> {
    const { bookmark, place } = await this.at({ uri, line });
    if (!bookmark) return this.set({ uri, line }, { ...place, key: unnamed, ordinal: 0, note });
    this.readings.change(uri, { bookmarks: withBookmark(this.of(uri), { ...bookmark, note }) });
  }

  async at({ uri, line }: LogLinePlace) {
    const place = sourcePlaceOf((line - 1) as ViewLine, await this.sourceLines(uri));
    return { place, bookmark: bookmarkOn(this.of(uri), place) };
  }

  of(uri: vscode.Uri): readonly Bookmark[] {
    return this.readings.of(uri).bookmarks;
  }

  /** 1-based, through all files of the log. */
  async linesOf(uri: vscode.Uri): Promise<number[]> {
    const sourceLines = await this.sourceLines(uri);
    return this.of(uri).map((bookmark) => viewLineOf(bookmark, sourceLines) + 1);
  }

  async withLines<Result>(uri: vscode.Uri, work: (lines: LogLines) => Promise<Result>): Promise<Result> {
    const lines = await this.threads.open(uri);
    try {
      return await work(lines);
    } finally {
      lines.dispose();
    }
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** Shown at once; what names the line is read meanwhile, all the log up to it. */
  private async set({ uri, line }: LogLinePlace, bookmark: Bookmark): Promise<void> {
    this.readings.change(uri, { bookmarks: withBookmark(this.of(uri), bookmark) });
    try {
      const [named] = await this.withLines(uri, ({ client }) => client.placesOf([(line - 1) as ViewLine]));
      const shown = bookmarkOn(this.of(uri), bookmark);
      if (!shown) return;
      if (!named) {
        // The empty line VS Code shows behind a text's last line end is none.
        this.readings.change(uri, { bookmarks: withoutBookmark(this.of(uri), bookmark) });
        tellNoLine();
        return;
      }
      const { key, ordinal } = named;
      this.readings.change(uri, { bookmarks: withBookmark(this.of(uri), { ...shown, key, ordinal }) });
    } catch (error) {
      this.readings.change(uri, { bookmarks: withoutBookmark(this.of(uri), bookmark) });
      tell(error);
    }
  }

  private async find(lines: LogLines): Promise<void> {
    const { uri, client } = lines;
    await this.writing;
    const before = this.of(uri);
    const known = await this.store.of(await sourcesOf(lines));
    const found = await client.findPlaces(known);
    const { sourceLines } = await client.indexed();
    const bookmarks = known.flatMap((one, index): Bookmark[] => {
      const line = found[index];
      return line === null ? [] : [{ ...one, ...sourcePlaceOf(line, sourceLines) }];
    });
    const setMeanwhile = this.of(uri).filter((one) => one.key === unnamed || !before.includes(one));
    const all = [...bookmarks, ...setMeanwhile].reduce<Bookmark[]>(withBookmark, []);
    if (all.length + before.length === 0) return;
    this.kept.set(uri.toString(), all);
    this.readings.change(uri, { bookmarks: all });
  }

  /** What is in `kept` already is what was found just now; lines that are gone stay in the store, for they may come back. */
  private keep({ uri, reading, former }: ReadingChange): void {
    if (reading.bookmarks === former.bookmarks) return;
    const before = this.kept.get(uri.toString()) ?? former.bookmarks;
    this.kept.set(uri.toString(), reading.bookmarks);
    const change = changeOf(before, reading.bookmarks);
    if (change.removed.length + change.put.length === 0) return;
    const at = new Date().toISOString();
    const kept = this.withLines(uri, async (lines) => this.store.change(await sourcesOf(lines), change, at));
    this.writing = Promise.all([this.writing, kept.catch(tell)]);
  }

  private async sourceLines(uri: vscode.Uri): Promise<readonly number[]> {
    if (!isGathered(uri)) return oneFile;
    return this.withLines(uri, async (lines) => lines.progress().sourceLines);
  }
}

/** The log's files, and what names each: the key of its first line that is not blank. */
async function sourcesOf({ uri, client, opened }: LogLines): Promise<BookmarkedSource[]> {
  const { sourceLines } = await client.indexed();
  let first = 0;
  const sources: BookmarkedSource[] = [];
  for (const [index, { path }] of opened.sources.entries()) {
    const lines = Math.min(sourceLines[index] ?? 0, linesThatName);
    const heads = Array.from({ length: lines }, (_, line) => (first + line) as ViewLine);
    const places = await client.placesOf(heads);
    const file = isGathered(uri) ? vscode.Uri.file(path) : uri;
    sources.push({ uri: file, log: places.find(({ key }) => key !== blankKey)?.key ?? '' });
    first += sourceLines[index] ?? 0;
  }
  return sources;
}

/** Key of a line without text. */
const blankKey = '811c9dc59747b28c';

function tell(error: unknown): void {
  void vscode.window.showWarningMessage(failureText(error));
}
