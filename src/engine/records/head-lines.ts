import type { ByteOffset } from '../model/units';
import { LineSplitter } from '../text/line-splitter';
import type { CutLine } from './line-texts';

/**
 * Lines looked at before the format is decided. A fixed number of lines, not of bytes or chunks: the
 * decision must not depend on how the bytes arrive.
 */
const headLines = 1000;
/** Bytes of the head kept at most: a head of 64 KiB lines would otherwise hold 64 MiB. */
const headBytes = 4 << 20;

/** The first lines of a source, kept until its format is decided. */
export class HeadLines {
  readonly lines: CutLine[] = [];
  private size = 0;

  get isFull(): boolean {
    return this.lines.length >= headLines || this.size >= headBytes;
  }

  push(bytes: Uint8Array, start: number, end: number, offset: number): void {
    // Not `slice`: a Node Buffer's is a view, and hosts read every chunk into the same buffer.
    this.lines.push({ bytes: new Uint8Array(bytes.subarray(start, end)), offset: offset as ByteOffset });
    this.size += end - start;
  }
}

/** The lines that decide, of a source given from its first byte on; no more chunks are asked for than that takes. */
export function headLinesOf(chunks: Iterable<Uint8Array>): readonly CutLine[] {
  const head = new HeadLines();
  const splitter = new LineSplitter((chunk, start, end, offset) => {
    if (!head.isFull) head.push(chunk, start, end, offset);
  });
  for (const chunk of chunks) {
    splitter.push(chunk);
    if (head.isFull) break;
  }
  return head.lines;
}
