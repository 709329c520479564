import type { SearchPattern } from '../engine/filter/filter';
import type { FilteredLinesRequest, ShownLines } from './line-facts';
import type { LinesDescriptor } from './log-lines';

/** What `SearchClient` (src/node/search) is asked; lines are VS Code's, without ANSI escapes, and a match never goes beyond one. */
export interface SearchRequest {
  readonly pattern: SearchPattern;
  readonly sources: readonly LinesDescriptor[];
}

/** A complete snapshot each time. */
export interface SearchProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly matches: number;
}

export interface SearchResult {
  /** An empty match counts once, and is its line's last. */
  readonly matches: number;
  readonly matchedLines: number;
  /** One bit a line from the least significant on, set where something matched. */
  readonly lines: ArrayBuffer;
}

/** A regex that takes longer over one piece of text is given up. */
export const mostSilentMs = 3000;

/** Where a pattern matches in texts that are shown: `[start, length]` in UTF-16 units, at most 1,000 a text. */
export interface SpansRequest {
  readonly pattern: SearchPattern;
  readonly texts: readonly string[];
}

/** `[start, length]` in UTF-16 units. */
export type Span = readonly [start: number, length: number];

/** A piece of a log: the lines that begin in `[start, end)` of a file. */
export interface PieceRequest {
  readonly pattern: SearchPattern;
  readonly descriptor: number;
  readonly textStart: number;
  /** Of the file. */
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

export interface SearchedPiece {
  readonly matches: number;
  readonly matchedLines: number;
  /** Lines that begin in the piece. */
  readonly lineCount: number;
  /** Of these, one bit each. */
  readonly lines: ArrayBuffer;
}

/**
 * The conversation between `SearchClient` and each of its threads. A pattern may be a regex of the user's, which can take for ever: a thread
 * says `matching` when it begins to look, and is ended when it then says nothing for `mostSilentMs`.
 */
export interface SearchWorkerApi {
  /** Rejects with InputError `bad-pattern`, whose sentence says what is wrong with it. */
  searchPiece(request: PieceRequest): SearchedPiece;
  spans(request: SpansRequest): readonly (readonly Span[])[];
  filterLines(request: FilteredLinesRequest): ShownLines;
}

export interface SearchHostApi {
  matching(): void;
}
