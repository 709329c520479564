import { type LevelName, levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import { resolvedBound, shiftedTime, type TimeBound } from '../model/time-bound';
import type { ByteOffset, LineNumber, RecordIndex, SourceIndex, UnixNs } from '../model/units';
import { MergedGroups } from './merged-groups';
import type { SourceCursor } from './source-cursor';

/** Since the epoch, by the clocks as they were set right; both included, null is open. */
export interface MergedRange {
  readonly from: TimeBound;
  readonly until: TimeBound;
}

/** The next lines of one source: a record's, or those before its source's first record. */
export interface MergedRecord {
  readonly source: SourceIndex;
  /** Of its first line, as its file counts. */
  readonly line: LineNumber;
  /** Where each of its lines begins in its source, and where the last ends: one more than there are lines. */
  readonly offsets: readonly ByteOffset[];
  /** By the source's clock as it was set right; null without a time of its own. */
  readonly time: UnixNs | null;
  readonly level: LevelName;
}

type EndOfLine = (line: number, source: SourceIndex) => ByteOffset;

const nanosPerSecond = 1_000_000_000n;

/**
 * The records of all logs in the order of `mergeOrder`, to be written one after the other. `endOf` says where a line of a source
 * ends. Records without a time are within the range where the record they stand behind is.
 */
export function* mergedRecords(
  records: RecordTable,
  endOf: EndOfLine,
  clockOffsets: readonly number[],
  range: MergedRange,
): Generator<MergedRecord> {
  const groups = new MergedGroups(records, clockOffsets);
  const from = resolvedBound(range.from, records, clockOffsets);
  const until = resolvedBound(range.until, records, clockOffsets);
  for (let group = groups.current; group !== undefined; group = groups.current) {
    if (isWithin(group, from, until))
      yield* recordsOf(records, group, endOf, clockOffsets[group.source] ?? 0);
    groups.advance();
  }
}

function isWithin(
  { seconds, nanos, timed }: SourceCursor,
  from: UnixNs | null,
  until: UnixNs | null,
): boolean {
  if (from === null && until === null) return true;
  if (timed < 0) return false;
  const key = BigInt(seconds) * nanosPerSecond + BigInt(nanos);
  return (from === null || key >= from) && (until === null || key <= until);
}

function* recordsOf(
  records: RecordTable,
  group: SourceCursor,
  endOf: EndOfLine,
  clockOffset: number,
): Generator<MergedRecord> {
  const source = group.source as SourceIndex;
  const described = (line: number, end: number, record?: number): MergedRecord => ({
    source,
    line: records.lineNumberIn(source, line),
    offsets: offsetsOf(records, line, end, endOf(end - 1, source)),
    time: record === undefined ? null : timeOf(records, record, clockOffset),
    level: record === undefined ? 'none' : levelName(records.levelAt(record as RecordIndex)),
  });
  const firstLineOf = (record: number) =>
    record < group.endRecord ? records.firstLine.get(record) : group.endLine;
  if (group.line < firstLineOf(group.record)) yield described(group.line, firstLineOf(group.record));
  for (let record = group.record; record < group.endRecord; record++)
    yield described(firstLineOf(record), firstLineOf(record + 1), record);
}

function timeOf(records: RecordTable, record: number, clockOffset: number): UnixNs | null {
  const time = records.time.nanosecondsAt(record);
  return time === null ? null : shiftedTime(time, clockOffset);
}

function offsetsOf(records: RecordTable, line: number, endLine: number, end: ByteOffset): ByteOffset[] {
  const offsets: ByteOffset[] = [];
  for (let one = line; one < endLine; one++) offsets.push(records.lineStart.get(one) as ByteOffset);
  offsets.push(end);
  return offsets;
}
