import type { RecordTable } from '../model/record-table';
import type { TimeIndex } from '../shape/time-index';
import type { TimeWindow } from '../shape/time-window';
import { binsOf } from '../shape/timeline';
import { windowBlocks } from '../shape/window-blocks';
import { type FindingColumns, FoundRecords } from './found-records';
import { type LaneBins, stretchBins, timeBins } from './lane-bins';
import { LaneDrawing } from './lane-drawing';
import type { LaneRecords } from './lane-records';
import { LaneTally } from './lane-tally';

export interface LaneQuestion {
  readonly window: TimeWindow;
  readonly findings: FindingColumns;
  /** At most so many of each. */
  readonly bins: number;
  readonly limit: number;
}

/** Lanes chosen of all, the odd ones first, and what each shows in each bin. */
export interface DrawnLanes {
  /** With a record in the window, chosen or not. */
  readonly total: number;
  /** Records of the window, and those of them that were looked at. */
  readonly records: number;
  readonly lookedAt: number;
  readonly bins: LaneBins;
  readonly chosen: Uint32Array;
  readonly tally: LaneTally;
  readonly drawing: LaneDrawing;
}

/** Walks the window's records twice: for what each lane holds, then for what the chosen ones show. Yields the share done. */
export function* drawLanes(
  table: RecordTable,
  index: TimeIndex,
  laned: LaneRecords,
  { window, findings, bins: mostBins, limit }: LaneQuestion,
): Generator<number, DrawnLanes> {
  const found = new FoundRecords(table, findings);
  const tally = new LaneTally(table, laned, found);
  yield* walk(table, index, window, 0, (from, to) => tally.add(from, to));
  const ranked = tally.ranked();
  const chosen = ranked.slice(0, limit);
  const bins = laneBins(table, index, window, mostBins);
  const drawing = new LaneDrawing(table, laned, found, bins, chosen);
  yield* walk(table, index, window, 0.5, (from, to) => drawing.add(from, to));
  const { records, lookedAt } = tally;
  return { total: ranked.length, records, lookedAt, bins, chosen, tally, drawing };
}

function* walk(
  table: RecordTable,
  index: TimeIndex,
  window: TimeWindow,
  done: number,
  hear: (from: number, to: number) => void,
): Generator<number, void> {
  let blocks = 0;
  for (const runs of windowBlocks(table, index, window)) {
    for (const { from, to } of runs) hear(from, to);
    yield done + ++blocks / index.blocks.length / 2;
  }
}

function laneBins(table: RecordTable, index: TimeIndex, window: TimeWindow, most: number): LaneBins {
  const extent = index.extent(window.clockOffsets);
  if (extent === undefined) return stretchBins(index.recordCount, most);
  return timeBins(table, binsOf(window, extent, most), window.clockOffsets);
}
