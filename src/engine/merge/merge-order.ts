import type { RecordTable } from '../model/record-table';
import { logSources, MergedGroups } from './merged-groups';

/** Groups between two yields: about ten milliseconds. */
const stepGroups = 65_536;

export interface MergedOrder {
  /** The line, through all sources, of each row; other threads can be given it without a copy. */
  readonly order: Uint32Array<SharedArrayBuffer>;
  /** By source: records without a time of their own. */
  readonly untimed: readonly number[];
}

/**
 * All lines of the logs read in order of time. A record's lines stay together, with the blank ones behind it; a source's own order is
 * kept (see `SourceCursor`); equal times are in order of source. Where every source is in order of time, so is the whole.
 * Yields the share done, 0 to 1. Four bytes a line beside the columns.
 */
export function* mergeOrder(
  records: RecordTable,
  clockOffsets?: readonly number[],
): Generator<number, MergedOrder> {
  const lines = logSources(records).reduce((sum, one) => sum + records.sources[one].lines, 0);
  const order = new Uint32Array(new SharedArrayBuffer(4 * lines));
  const groups = new MergedGroups(records, clockOffsets);
  let row = 0;
  let steps = 0;
  for (let group = groups.current; group !== undefined; group = groups.current) {
    for (let { line } = group; line < group.endLine; line++) order[row++] = line;
    groups.advance();
    if (++steps % stepGroups === 0) yield row / order.length;
  }
  return { order, untimed: groups.cursors.map(({ untimed }) => untimed) };
}
