import type { ReaderState } from '../formats/log-reader';
import type { RowColumns } from '../model/row-columns';

/**
 * What reading a segment gives: bytes of a source read apart from what stands before them. It is plain data: it goes
 * from thread to thread.
 */
export interface SegmentRows {
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  /** Lines and offsets count from the segment's first, signatures and components as below. */
  readonly columns: RowColumns;
  /** As in the record table. */
  readonly unfit: readonly number[];
  /** Masked messages this reader had not met before, in order: their ids go on from those of its former segments. */
  readonly signatures: readonly NewSignature[];
  /** Component names it had not met before, in order; ids go on as well, the first is 1. */
  readonly components: readonly Uint8Array[];
  /**
   * False where it met more components than it can number or offsets too large, or does not end in a line feed: only reading in
   * order gives the right rows.
   */
  readonly complete: boolean;
  readonly cutLines: number;
  /** What the reader took for the state before the first line, and found after the last; see `LineRows.state`. */
  readonly stateBefore: ReaderState;
  readonly stateAfter: ReaderState;
}

export interface NewSignature {
  /** See `signatureText`. */
  readonly text: string;
  readonly salt: number;
}

/** Offsets within a segment take four bytes; only lone CRs as line ends make one that long. */
export const maxSegmentBytes = 2 ** 32 - 1;

export function isSameState(a: ReaderState | undefined, b: ReaderState): boolean {
  return a?.afterUnwrapped === b.afterUnwrapped && a.inside === b.inside;
}
