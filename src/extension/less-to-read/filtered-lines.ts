import type { ShownLines } from '../../protocol/line-facts';

/** Which lines of a log are left, by row. */
export interface FilteredLines {
  /** Line (from 0) by row. */
  readonly lines: Uint32Array;
  /** Rows that only stand around what fits. */
  readonly contextRows: readonly number[];
}

export function filteredLines(
  { lines, context }: Pick<ShownLines, 'lines' | 'context'>,
  lineCount: number,
): FilteredLines {
  const shown = bitsOf(lines);
  const around = bitsOf(context);
  const left: number[] = [];
  const contextRows: number[] = [];
  for (let line = 0; line < lineCount; line++) {
    if (shown && !has(shown, line)) continue;
    if (around && has(around, line)) contextRows.push(left.length);
    left.push(line);
  }
  return { lines: Uint32Array.from(left), contextRows };
}

/** The row of a line, or of the next one that is left; the last row where none is. */
export function rowOfLine({ lines }: FilteredLines, line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lines[middle] < line) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(low, lines.length - 1));
}

function bitsOf(buffer: ArrayBuffer | null): Uint8Array | undefined {
  return buffer === null ? undefined : new Uint8Array(buffer);
}

function has(bits: Uint8Array, line: number): boolean {
  return ((bits[line >>> 3] >>> (line & 7)) & 1) === 1;
}
