import type { LinesDescriptor } from '../../protocol/log-lines';
import type { SearchResult } from '../../protocol/search';

/** Where a piece begins, and what was counted before it. */
export interface PieceEnd {
  readonly source: number;
  readonly start: number;
  /** Of the view. */
  readonly line: number;
  readonly matches: number;
  readonly matchedLines: number;
}

/** A search that is over, and what another of the same log, grown since, can take from it. */
export interface FoundInLog extends SearchResult {
  readonly sources: readonly LinesDescriptor[];
  /** The last one; undefined where the log is empty. */
  readonly lastPiece: PieceEnd | undefined;
}
