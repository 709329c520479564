import type { Column } from '../engine/columns/columns';
import type { Sentence } from '../engine/model/finding';
import type { LineNumber, SourceIndex } from '../engine/model/units';
import type { TextStyle } from '../engine/text/ansi-styles';
import type { FileState } from './file-state';
import type { LinePlace } from './reading';

export type { Column } from '../engine/columns/columns';
export type { TextStyle } from '../engine/text/ansi-styles';

/**
 * The conversation between the extension host and the thread that keeps the text of one log: pages of it, by the row.
 * It needs no analysis, and an analysis never makes it wait.
 *
 * Lines are counted from 0 through all sources in their order (`ViewLine`). Rows are counted from 0 through what is shown:
 * all lines, or those of `show`.
 */
declare const viewLine: unique symbol;
export type ViewLine = number & { readonly [viewLine]: 'line of the view' };
declare const row: unique symbol;
export type Row = number & { readonly [row]: 'row shown' };

export type LinesSource =
  /** `encoding` is VS Code's name of it; undefined lets the first bytes decide. */
  | { readonly kind: 'file'; readonly path: string; readonly encoding: string | undefined }
  /** Its text comes by `pushText` before `open`. */
  | { readonly kind: 'text'; readonly name: string };

export interface OpenLinesRequest {
  /** Several are one log, one behind the other: a rotated set, the sources of a merge. */
  readonly sources: readonly LinesSource[];
}

export interface OpenedLines {
  readonly sources: readonly OpenedSource[];
  readonly progress: LinesProgress;
}

export interface OpenedSource {
  readonly path: string;
  /** Null for text. */
  readonly file: FileState | null;
  /** It is inflated or transcoded into a private file first. */
  readonly spooled: boolean;
}

/** A complete snapshot each time. */
export interface LinesProgress {
  readonly phase: 'unpacking' | 'indexing' | 'ready';
  /** Bytes of the text before the indexed end. */
  readonly indexedBytes: number;
  /** Of the whole text; by estimate while it is unpacked. */
  readonly bytes: number;
  /** Complete lines before the indexed end; all lines once ready. */
  readonly lines: number;
  /** Of all; the same as `lines` once ready. */
  readonly estimatedLines: number;
  /** By source, as far as indexed. */
  readonly sourceLines: readonly number[];
  readonly shownRows: number;
  /** What people must know of how the text was come by (a damaged archive); complete once ready. */
  readonly notes: readonly Sentence[];
}

export type PageStart =
  | { readonly kind: 'row'; readonly row: Row }
  /** The row of a line, or the next shown one behind it. */
  | { readonly kind: 'line'; readonly line: ViewLine }
  /** 0 to 1 of the bytes: a place in what is not indexed yet. */
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'end' };

export interface PageRequest {
  readonly start: PageStart;
  /** Rows before the start, so many at most. */
  readonly before: number;
  /** Rows from the start on, so many at most; up to 2,000. */
  readonly rows: number;
  /** Lines of JSON and logfmt as columns of these fields; other lines, and those longer than a row, stay as they are. */
  readonly columns?: readonly Column[];
}

export interface LinesPage {
  /** The row of `rows[0]`; where `exact` is false, by estimate. */
  readonly firstRow: Row;
  readonly exact: boolean;
  /** Of all rows shown; an estimate until the index is ready. */
  readonly totalRows: number;
  readonly rows: readonly PageRow[];
}

export interface PageRow {
  readonly line: ViewLine;
  /** False: the line's number is an estimate. */
  readonly exact: boolean;
  readonly source: SourceIndex;
  /** In its source. */
  readonly number: LineNumber;
  /** Without its line end and without ANSI escapes, at most `mostRowChars`. Control characters are as they are. */
  readonly text: string;
  readonly styles: readonly TextStyle[];
  /** Bytes of the line that `text` leaves out at its end. */
  readonly cutBytes: number;
  readonly fold: RowFold | null;
  /** Where the row is shown as columns, what stands in each: `text` holds them side by side. */
  readonly cells?: readonly string[];
  /** True where only the context of what fits the filter shows it. */
  readonly isContext: boolean;
  /** Of a merge: how many lines, hidden ones too, stand before it in the order of time. */
  readonly place?: number;
  /** The file was cut while it was followed and no copy of the line was found: `text` is empty. */
  readonly unreadable?: true;
}

/** More of a line is asked for with `lineText`. */
export const mostRowChars = 10_000;

/** A run of records shown as its first line only. */
export interface RowFold {
  readonly records: number;
  readonly lastLine: ViewLine;
  /** From the first record's time to the last's; null where one has none. */
  readonly milliseconds: number | null;
}

export interface LineTextRequest {
  readonly line: ViewLine;
  /** UTF-16 units from the line's beginning, without ANSI escapes; up to 400,000,000, as far as strings go. */
  readonly from: number;
  /** At most 1,000,000. */
  readonly length: number;
}

export interface CopyRequest {
  readonly from: ViewLine;
  /** Included. */
  readonly until: ViewLine;
  /** Rows that are not shown are left out; of a merge, which is copied as it is ordered, they always are. */
  readonly shownOnly: boolean;
  /** More than so many UTF-16 units are not put together: `text` is null then. */
  readonly mostChars: number;
}

export interface CopiedText {
  readonly text: string | null;
  readonly lines: number;
}

/** Which lines are shown, and in which order. Lines that come later are hidden until the next one, unless all are shown. */
export interface ShowRequest {
  /** One bit a line from the least significant on, set where it is shown; null shows all. */
  readonly lines: ArrayBuffer | null;
  /** As `lines`: those that are only context; null where none is. */
  readonly context: ArrayBuffer | null;
  /** Uint32 in line order: first line, last line, records; Float64 milliseconds (NaN without times) beside them. */
  readonly folds: { readonly places: ArrayBuffer; readonly milliseconds: ArrayBuffer } | null;
  /** Uint32: the line of each row of a merge, before `lines` hides some; null: as they are read. */
  readonly order: ArrayBuffer | SharedArrayBuffer | null;
}

export interface ShownRows {
  readonly rows: number;
  /** Lines hidden by `lines`. */
  readonly hiddenLines: number;
}

/** Both null where each line is the row of its number. */
export interface FoundRows {
  /** One bit a row that is shown: the line, or one in its fold, was found. */
  readonly rows: ArrayBuffer | null;
  /** Of a merge: one bit a line in the order of time, hidden ones too; null of what is in its own order. */
  readonly places: ArrayBuffer | null;
}

/** A regular file of UTF-8 that other threads of the process read by its descriptor; open as long as this thread's log is. */
export interface LinesDescriptor {
  readonly descriptor: number;
  /** Where the text begins in it (byte order mark). */
  readonly textStart: number;
  /** Bytes of text; 0 where its lines were lost by a file that was cut while it was followed. */
  readonly bytes: number;
  /** The first of its lines. */
  readonly firstLine: ViewLine;
  readonly lines: number;
}

/** What happened to a followed log since the last time. */
export interface FollowedChange {
  readonly kind: 'grown' | 'rotated' | 'truncated' | 'gone' | 'back';
  /** Lines that were there and could not be read before they were taken away; by estimate where only their bytes were known. */
  readonly missedLines: number;
  /** All there are from now on: a rotated file goes on in a further one. */
  readonly sources: readonly OpenedSource[];
  readonly progress: LinesProgress;
}

export interface LogLinesApi {
  pushText(text: string): void;
  /** Answers when the first page can be read, not when all is indexed. Rejects with InputError. */
  open(request: OpenLinesRequest): OpenedLines;
  /** Never waits for the index. Rejects with InputError where the file has become shorter. */
  page(request: PageRequest): LinesPage;
  lineText(request: LineTextRequest): string;
  copy(request: CopyRequest): CopiedText;
  /** Replaces what was shown before; page requests on their way are answered by one of the two. */
  show(request: ShowRequest): ShownRows;
  /** Resolves once all is indexed. */
  indexed(): LinesProgress;
  /** Once all is indexed. */
  descriptors(): readonly LinesDescriptor[];
  /** The row of a line, of the fold that holds it, or of the next shown one behind it; null where there is none. */
  rowOfLine(line: ViewLine): Row | null;
  /** Where found lines (one bit each) stand in what is shown by now. */
  foundRows(lines: ArrayBuffer): FoundRows;
  /** How many lines stand before each in the order of a merge; its own number where there is none. */
  placesInOrder(lines: readonly ViewLine[]): readonly number[];
  lineAtPlace(place: number): ViewLine;
  /**
   * What names these lines also after the log changed. Reads the log up to the last of them, once all is indexed; see
   * `src/node/lines/line-places.ts`.
   */
  placesOf(lines: readonly ViewLine[]): readonly LinePlace[];
  /** The view lines these places mean by now, null where a line is gone. Reads the sources they are of, once all is indexed. */
  findPlaces(places: readonly LinePlace[]): readonly (ViewLine | null)[];
  /** Begins or stops to watch the last source: every `FollowedChange` is told by `changed`. */
  follow(on: boolean): void;
}

export interface LogLinesHostApi {
  progress(snapshot: LinesProgress): void;
  changed(change: FollowedChange): void;
}
