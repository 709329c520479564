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
  ids.translateSignatures(signature.subarray(0, count), miner);
  ids.translateComponents(component.subarray(0, count), components);
  for (const line of unfit) records.unfit.push(firstLine + line);
  records.append(columns, { lines, records: count, firstLine, offset });
}
