import type { RecordTable } from '../../model/record-table';
import type { ByteOffset, LineIndex, SourceIndex } from '../../model/units';
import { type CutLine, endOfLine, type LinesEnd } from '../../records/line-texts';
import type { SourceTexts } from '../../records/source-texts';
import { maxLineBytes } from '../../text/line-splitter';

/** What comparing needs of a source's reader. */
export interface ComparedSource extends LinesEnd {
  /** Lines as the source's format sees them: without wrapper and ANSI sequences. */
  textsOf(lines: readonly CutLine[]): Uint8Array[];
}

/** Lines that follow one another, read at once; valid until the next block is asked for. */
export interface LineBlock {
  readonly first: LineIndex;
  /** Without line ends; a line of more than 64 KiB is cut there. */
  readonly lines: readonly CutLine[];
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** All lines of a source, at most 64 KiB a read: a read a line would be most of the time. */
export function* lineBlocks(
  records: RecordTable,
  index: SourceIndex,
  end: LinesEnd,
  texts: SourceTexts,
): Generator<LineBlock> {
  const source = records.sources[index];
  const lastLine = source.firstLine + source.lines;
  for (let line = source.firstLine as number; line < lastLine; ) {
    const start = records.lineStart.get(line) as ByteOffset;
    const ends = [endOfLine(records, line as LineIndex, index, end)];
    for (let next = line + 1; next < lastLine; next++) {
      const nextEnd = endOfLine(records, next as LineIndex, index, end);
      if (nextEnd - start > maxLineBytes) break;
      ends.push(nextEnd);
    }
    const bytes = texts.read(index, start, ends[ends.length - 1]);
    yield { first: line as LineIndex, lines: cutAt(bytes, start, ends) };
    line += ends.length;
  }
}

function cutAt(bytes: Uint8Array, start: ByteOffset, ends: readonly ByteOffset[]): CutLine[] {
  let offset = start;
  return ends.map((end) => {
    const line = { bytes: withoutLineEnd(bytes.subarray(offset - start, end - start)), offset };
    offset = end;
    return line;
  });
}

function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  if (end > 0 && bytes[end - 1] === lineFeed) end--;
  if (end > 0 && bytes[end - 1] === carriageReturn) end--;
  return bytes.subarray(0, Math.min(end, maxLineBytes));
}
