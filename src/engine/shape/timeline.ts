import { Level } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { UnixNs } from '../model/units';
import { type BinnedBlock, binnedBlocks } from './binned-blocks';
import { binsOver, type TimeBins } from './time-bins';
import type { TimeExtent, TimeIndex } from './time-index';
import type { TimeWindow } from './time-window';

const levels = Object.keys(Level).length;

export interface LevelTimeline {
  readonly bins: TimeBins;
  /** By level, then by bin. */
  readonly counts: Uint32Array;
  /** Records in the bins. */
  readonly records: number;
}

/** The bins of a window: where it is open it ends with the log. */
export function binsOf(window: TimeWindow, { first, last }: TimeExtent, most: number): TimeBins {
  return binsOver(window.from ?? lesser(first, window.until), window.until ?? last, most);
}

/** Records by level over time; yields the share done. */
export function* levelTimeline(
  records: RecordTable,
  index: TimeIndex,
  bins: TimeBins,
  clockOffsets: TimeWindow['clockOffsets'],
): Generator<number, LevelTimeline> {
  // Records in no bin are counted in a cell before all others.
  const cells = new Uint32Array(1 + levels * bins.count);
  for (const block of binnedBlocks(records, index, bins, clockOffsets)) {
    countLevels(records, block, bins.count, cells);
    yield block.to / records.recordCount;
  }
  const counts = cells.slice(1);
  return { bins, counts, records: counts.reduce((sum, count) => sum + count, 0) };
}

function countLevels(
  { level }: RecordTable,
  { from, to, bins }: BinnedBlock,
  width: number,
  cells: Uint32Array,
): void {
  for (let record = from; record < to; record++) {
    const bin = bins[record - from];
    cells[bin < 0 ? 0 : 1 + level.get(record) * width + bin]++;
  }
}

function lesser(time: UnixNs, other: UnixNs | null): UnixNs {
  return other === null || time < other ? time : other;
}
