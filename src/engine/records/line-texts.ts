import type { RecordTable } from '../model/record-table';
import type { ByteOffset, LineIndex, SourceIndex } from '../model/units';
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

/** A line as reading was given it: without line end, cut at `maxLineBytes`. */
export interface CutLine {
  /** Valid until the next line is asked for. */
  readonly bytes: Uint8Array;
  readonly offset: ByteOffset;
}

/** The lines from one to its source's last; only those asked for are read. */
export function* linesFrom(
  records: RecordTable,
  first: LineIndex,
  end: LinesEnd,
  texts: SourceTexts,
): Generator<CutLine> {
  const source = records.sourceOfLine(first);
  const { firstLine, lines } = records.sources[source];
  for (let line = first; line < firstLine + lines; line++) {
    const offset = records.lineStart.get(line) as ByteOffset;
    const lineEnd = endOfLine(records, line, source, end);
    yield { bytes: withoutLineEnd(texts.read(source, offset, lineEnd)), offset };
  }
}

function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  if (end > 0 && bytes[end - 1] === lineFeed) end--;
  if (end > 0 && bytes[end - 1] === carriageReturn) end--;
  return bytes.subarray(0, Math.min(end, maxLineBytes));
}
