import type { RecordTable } from '../model/record-table';
import type { SessionSink } from './line-rows';
import type { SegmentIds } from './segment-ids';
import type { SegmentRows } from './segment-rows';

/**
 * Appends the rows of a segment that begins at `offset` of the source opened last.
 *
 * Column by column, though the session reads row by row: a row would be an object a record, and the garbage of a million
 * rows was half of what merging them took.
 */
export function appendSegment(
  { records, miner, components }: SessionSink,
  segment: SegmentRows,
  ids: SegmentIds,
  offset: number,
): void {
  const { columns, records: count } = segment;
  const { firstLine, signature, component, level, seconds, nanos } = columns;
  const line = records.lineCount;
  appendLines(records, segment, offset);
  for (let i = 0; i < count; i++) records.firstLine.push(line + firstLine[i]);
  for (let i = 0; i < count; i++) records.signature.push(ids.signature(signature[i], miner));
  for (let i = 0; i < count; i++) records.component.push(ids.component(component[i], components));
  for (let i = 0; i < count; i++) records.level.push(level[i]);
  for (let i = 0; i < count; i++) records.time.push(seconds[i], nanos[i]);
  records.sources[records.sources.length - 1].records += count;
}

function appendLines(records: RecordTable, { columns, lines, unfit }: SegmentRows, offset: number): void {
  const { lineStart, lineBlank } = columns;
  const first = records.lineCount;
  for (let i = 0; i < lines; i++) records.lineStart.push(offset + lineStart[i]);
  for (let i = 0; i < lines; i++) records.lineBlank.push(lineBlank[i] === 1);
  for (const line of unfit) records.unfit.push(first + line);
  records.sources[records.sources.length - 1].lines += lines;
}
