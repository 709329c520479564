import type { SearchPattern } from '../engine/filter/filter';
import type { LinesDescriptor, ViewLine } from './log-lines';

/**
 * The conversation with the threads that search a log's text. A pattern may be a regex of the user's, which can take for ever: whoever
 * asks ends the thread when it tells no progress for `mostSilentMs`.
 */
export interface SearchRequest {
  readonly pattern: SearchPattern;
  readonly sources: readonly LinesDescriptor[];
}

export interface SearchProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly matches: number;
}

export interface SearchResult {
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

export interface SearchWorkerApi {
  /** Rejects with InputError `bad-pattern`, whose sentence says what is wrong with it. */
  search(request: SearchRequest): SearchResult;
  spans(request: SpansRequest): readonly (readonly (readonly [start: number, length: number])[])[];
}

export interface SearchHostApi {
  progress(snapshot: SearchProgress): void;
}

/** A place a search found. */
export interface FoundLine {
  readonly line: ViewLine;
  /** 0-based among the lines that match. */
  readonly ordinal: number;
}
