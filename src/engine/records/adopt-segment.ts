import type { Level } from '../model/level';
import type { ByteOffset, LineIndex } from '../model/units';
import type { SessionSink } from './line-rows';
import type { SegmentIds } from './segment-ids';
import type { SegmentRows } from './segment-rows';

/** Appends the rows of a segment that begins at `offset` of the source opened last. */
export function appendSegment(
  { records, miner, components }: SessionSink,
  { columns, lines, records: count, unfit }: SegmentRows,
  ids: SegmentIds,
  offset: number,
): void {
  const firstLine = records.lineCount;
  for (let i = 0; i < lines; i++)
    records.pushLine((offset + columns.lineStart[i]) as ByteOffset, columns.lineBlank[i] === 1);
  for (const line of unfit) records.unfit.push(firstLine + line);
  for (let i = 0; i < count; i++) {
    records.pushRecord({
      firstLine: (firstLine + columns.firstLine[i]) as LineIndex,
      signature: ids.signature(columns.signature[i], miner),
      seconds: columns.seconds[i],
      nanos: columns.nanos[i],
      level: columns.level[i] as Level,
      component: ids.component(columns.component[i], components),
    });
  }
}
