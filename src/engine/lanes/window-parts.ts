import type { SourcePart } from '../features/values/log-values';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { TimeIndex } from '../shape/time-index';
import type { TimeWindow } from '../shape/time-window';
import { windowBlocks } from '../shape/window-blocks';

/** Looked at where a window holds fewer: what links the records of a minute shows in those around them. */
const fewestRecords = 10_000;

/**
 * Of each log that has records in a window those from its first to its last there, and where these are few the ones around them. Yields
 * the share done.
 */
export function* windowParts(
  records: RecordTable,
  index: TimeIndex,
  window: TimeWindow,
): Generator<number, readonly SourcePart[]> {
  const spans = new Map<number, { from: number; to: number }>();
  let blocks = 0;
  for (const runs of windowBlocks(records, index, window)) {
    for (const { from, to } of runs) {
      const source = records.sourceOfRecord(from as RecordIndex);
      spans.set(source, { from: spans.get(source)?.from ?? from, to });
    }
    yield ++blocks / index.blocks.length;
  }
  return [...spans].map(([source, { from, to }]) => widened(records, source, from, to));
}

function widened({ sources }: RecordTable, index: number, from: number, to: number): SourcePart {
  const { firstRecord, records: count } = sources[index];
  const missing = Math.max(0, fewestRecords - (to - from));
  const end = Math.min(firstRecord + count, to + Math.ceil(missing / 2));
  const first = Math.max(firstRecord, end - Math.max(fewestRecords, to - from), from - missing);
  const begin = Math.min(from, first);
  return { index, firstRecord: begin as RecordIndex, records: end - begin };
}
