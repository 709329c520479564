import type { RecordTable } from '../model/record-table';
import type { ByteOffset, LineIndex, LineNumber, SourceIndex } from '../model/units';
import { runsInSource, type TimeRange } from './time-range';

/** Whole lines of a source. */
export interface SourcePart {
  readonly firstLine: LineNumber;
  readonly lastLine: LineNumber;
  /** Of the first line. */
  readonly start: ByteOffset;
  /** Of the line behind the last; undefined where the source ends with it. */
  readonly end: ByteOffset | undefined;
}

/**
 * From the first record within a range to the last, with their further lines; undefined where none lies within. In a log
 * whose clock jumps back, records of other times may lie between the two.
 */
export function partWithin(
  records: RecordTable,
  source: SourceIndex,
  range: TimeRange,
): SourcePart | undefined {
  const runs = [...runsInSource(records, records.sources[source], range)];
  if (runs.length === 0) return undefined;
  return linesOf(records, source, runs[0].from, runs[runs.length - 1].to);
}

/** Lines of the records `[from, to)`. */
function linesOf(records: RecordTable, source: SourceIndex, from: number, to: number): SourcePart {
  const { firstLine, firstRecord, lines, records: count } = records.sources[source];
  const first = records.firstLine.get(from);
  const isLast = to === firstRecord + count;
  const next = isLast ? firstLine + lines : records.firstLine.get(to);
  return {
    firstLine: records.lineNumber(first as LineIndex),
    lastLine: (next - firstLine) as LineNumber,
    start: records.lineStart.get(first) as ByteOffset,
    end: isLast ? undefined : (records.lineStart.get(next) as ByteOffset),
  };
}
