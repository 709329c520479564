import type { ByteOffset, LineIndex, RecordIndex } from '../../model/units';
import { Hits } from './hits';
import type { LineMatcher } from './line-matcher';
import type { LineQuestion, SearchedLog } from './line-question';
import { matchingLines } from './matching-lines';
import { RecordTest } from './record-test';

/** The block of lines that is read at once, as much as texts give at once. */
const blockBytes = 64 << 10;
const recordsBetweenLooks = 65_536;
const blocksBetweenLooks = 16;

/**
 * The lines of the log that a question is answered by; with a matcher every line is looked at, else the first lines of records. Yields the
 * share done.
 */
export function* collect(log: SearchedLog, question: LineQuestion): Generator<number, Hits> {
  const hits = new Hits();
  const test = new RecordTest(log, question);
  const { matcher } = question;
  for (const [source, { role }] of log.records.sources.entries()) {
    if (role !== 'log') continue;
    if (matcher === undefined) yield* recordsOf(log, source, test, hits);
    else yield* linesOf(log, source, matcher, test, hits);
  }
  return hits;
}

function* recordsOf(
  { records }: SearchedLog,
  source: number,
  test: RecordTest,
  hits: Hits,
): Generator<number, void> {
  const { firstRecord, records: count } = records.sources[source];
  for (let record: number = firstRecord; record < firstRecord + count; record++) {
    if (test.holds(record as RecordIndex)) hits.add(records.firstLine.get(record));
    if ((record - firstRecord + 1) % recordsBetweenLooks === 0) yield record / records.recordCount;
  }
}

function* linesOf(
  log: SearchedLog,
  source: number,
  matcher: LineMatcher,
  test: RecordTest,
  hits: Hits,
): Generator<number, void> {
  const { records } = log;
  const { firstLine, lines } = records.sources[source];
  const end = firstLine + lines;
  const isAsked = (line: LineIndex) => test.holdsOfLine(line);
  let blocks = 0;
  for (let line: number = firstLine; line < end; ) {
    const next = blockEnd(log, source, line, end);
    for (const found of matchingLines(log, source, line as LineIndex, next as LineIndex, matcher, isAsked))
      hits.add(found);
    line = next;
    if (++blocks % blocksBetweenLooks === 0) yield line / records.lineCount;
  }
}

/** Behind the last line that ends within a block from the start of `line`; at least the line itself. */
function blockEnd({ records, readers }: SearchedLog, source: number, line: number, end: number): number {
  const limit = (records.lineStart.get(line) + blockBytes) as ByteOffset;
  if (readers[source].decodedBytes <= limit) return end;
  let low = line + 1;
  let high = end;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (middle < end && records.lineStart.get(middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
