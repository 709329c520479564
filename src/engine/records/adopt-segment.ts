import type { SessionSink } from './line-rows';
import type { SegmentIds } from './segment-ids';
import type { SegmentRows } from './segment-rows';

/** Appends the rows of a segment that begins at `offset` of the source opened last; its columns are the session's then. */
export function appendSegment(
  { records, miner, components }: SessionSink,
  { columns, lines, records: count, unfit }: SegmentRows,
  ids: SegmentIds,
  offset: number,
): void {
  const { signature, component } = columns;
  const firstLine = records.lineCount;
  for (let i = 0; i < count; i++) signature[i] = ids.signature(signature[i], miner);
  for (let i = 0; i < count; i++) component[i] = ids.component(component[i], components);
  for (const line of unfit) records.unfit.push(firstLine + line);
  records.append(columns, { lines, records: count, firstLine, offset });
}
