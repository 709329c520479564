import type { RecordTable } from '../model/record-table';
import type { ByteOffset, LineIndex, RecordIndex, SourceIndex } from '../model/units';
import { maxLineBytes } from '../text/line-splitter';
import type { SourceTexts } from './source-texts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** What reading lines back needs of a source's reader. */
export interface LinesEnd {
  /** Where the source's last line ends. */
  readonly decodedBytes: number;
}

/** Where a line ends in its source, its line end included. */
export function endOfLine(
  records: RecordTable,
  line: LineIndex,
  source: SourceIndex,
  end: LinesEnd,
): ByteOffset {
  const { firstLine, lines } = records.sources[source];
  const isLast = line + 1 === firstLine + lines;
  return (isLast ? end.decodedBytes : records.lineStart.get(line + 1)) as ByteOffset;
}

/**
 * The lines from a record's first to the one before the next record's, as reading was given them: without line
 * end, cut at `maxLineBytes`. Each is valid until the next is asked for.
 */
export function* linesOfRecord(
  records: RecordTable,
  record: RecordIndex,
  source: SourceIndex,
  end: LinesEnd,
  texts: SourceTexts,
): Generator<Uint8Array> {
  const row = records.sources[source];
  const isLast = record + 1 === row.firstRecord + row.records;
  const next = isLast ? row.firstLine + row.lines : records.firstLine.get(record + 1);
  for (let line = records.firstLine.get(record); line < next; line++) {
    const start = records.lineStart.get(line) as ByteOffset;
    yield withoutLineEnd(texts.read(source, start, endOfLine(records, line as LineIndex, source, end)));
  }
}

function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  if (end > 0 && bytes[end - 1] === lineFeed) end--;
  if (end > 0 && bytes[end - 1] === carriageReturn) end--;
  return bytes.subarray(0, Math.min(end, maxLineBytes));
}
