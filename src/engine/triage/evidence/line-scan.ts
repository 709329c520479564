import type { RecordTable } from '../../model/record-table';
import type { ByteOffset, LineIndex, SourceIndex } from '../../model/units';
import { endOfLine, type LinesEnd } from '../../records/line-texts';
import type { SourceTexts } from '../../records/source-texts';
import { maxLineBytes } from '../../text/line-splitter';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The line is `bytes[start, end)` without its line end, valid only during the call; `index` is 0-based in its source. */
export type OnScannedLine = (bytes: Uint8Array, start: number, end: number, index: number) => void;

/** Reads a source's lines again in order, 64 KiB a read; yields the share done after each. Of a longer line its beginning. */
export function* scanLines(
  records: RecordTable,
  source: SourceIndex,
  reader: LinesEnd,
  texts: SourceTexts,
  onLine: OnScannedLine,
): Generator<number, void> {
  const { firstLine, lines } = records.sources[source];
  for (let index = 0; index < lines; ) {
    const last = lastWithin(records, source, reader, index);
    const from = startOf(records, firstLine + index);
    const end = endOfLine(records, (firstLine + last) as LineIndex, source, reader);
    const bytes = texts.read(source, from, end);
    for (; index <= last; index++) {
      const start = startOf(records, firstLine + index) - from;
      const next = index === last ? end - from : startOf(records, firstLine + index + 1) - from;
      onLine(bytes, Math.min(start, bytes.length), withoutLineEnd(bytes, start, next), index);
    }
    yield index / lines;
  }
}

/** The last of the lines from `index` on that are read with it; a line too long for one read is read alone. */
function lastWithin(records: RecordTable, source: SourceIndex, reader: LinesEnd, index: number): number {
  const { firstLine, lines } = records.sources[source];
  const limit = startOf(records, firstLine + index) + maxLineBytes;
  let low = index;
  let high = Math.min(lines - 1, index + maxLineBytes);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (endOfLine(records, (firstLine + middle) as LineIndex, source, reader) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startOf(records: RecordTable, line: number): ByteOffset {
  return records.lineStart.get(line) as ByteOffset;
}

function withoutLineEnd(bytes: Uint8Array, start: number, next: number): number {
  let end = Math.min(next, bytes.length);
  if (end > start && bytes[end - 1] === lineFeed) end--;
  if (end > start && bytes[end - 1] === carriageReturn) end--;
  return Math.max(end, Math.min(start, bytes.length));
}
