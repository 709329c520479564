import type { RecordTable } from '../model/record-table';
import { beginningOfTime, endOfTime, isBefore, type Moment, momentOf } from './moment';
import { BlockTimes, type TimeBlock, type TimeIndex } from './time-index';
import { offsetOf, type TimeWindow } from './time-window';

/** Records `[from, to)`. */
export interface RecordRun {
  readonly from: number;
  readonly to: number;
}

/** Both included, as the clock of one source counts. */
interface SourceBounds {
  readonly from: Moment;
  readonly until: Moment;
}

/**
 * For each block of the logs' records (at most 65,536, of one source, in order) the runs of them that lie in a window; most blocks are
 * one run or none, and are not looked at.
 */
export function* windowBlocks(
  records: RecordTable,
  index: TimeIndex,
  window: TimeWindow,
): Generator<readonly RecordRun[], void> {
  const isOpen = window.from === null && window.until === null;
  const times = new BlockTimes(records);
  const bounds = records.sources.map((_, source) => boundsOf(window, source));
  for (const block of index.blocks) {
    if (isOpen) yield [block];
    else yield runsWithin(block, bounds[block.source], times);
  }
}

function boundsOf(window: TimeWindow, source: number): SourceBounds {
  const offset = offsetOf(window, source);
  return {
    from: window.from === null ? beginningOfTime : momentOf(window.from - offset),
    until: window.until === null ? endOfTime : momentOf(window.until - offset),
  };
}

function runsWithin(block: TimeBlock, bounds: SourceBounds, times: BlockTimes): readonly RecordRun[] {
  const { carried, first, last, timed } = block;
  const startsWithin = carried !== undefined && holds(bounds, carried);
  const ownFit = timed === 0 || (holds(bounds, first) && holds(bounds, last));
  if (ownFit && startsWithin) return [block];
  const noneOwn = timed === 0 || isBefore(last, bounds.from) || isBefore(bounds.until, first);
  if (noneOwn && !startsWithin) return [];
  times.read(block.from, block.to);
  return scanned(block, bounds, times, startsWithin);
}

function scanned(
  { from, to }: RecordRun,
  bounds: SourceBounds,
  { seconds, nanos }: BlockTimes,
  startsWithin: boolean,
): RecordRun[] {
  const runs: RecordRun[] = [];
  let within = startsWithin;
  let start = from;
  for (let record = from; record < to; record++) {
    const second = seconds[record - from];
    if (Number.isNaN(second)) continue;
    const fits = isWithin(bounds, second, nanos[record - from]);
    if (fits === within) continue;
    if (within) runs.push({ from: start, to: record });
    start = record;
    within = fits;
  }
  if (within) runs.push({ from: start, to });
  return runs.filter((run) => run.to > run.from);
}

function holds(bounds: SourceBounds, { seconds, nanos }: Moment): boolean {
  return isWithin(bounds, seconds, nanos);
}

function isWithin({ from, until }: SourceBounds, seconds: number, nanos: number): boolean {
  if (seconds < from.seconds || (seconds === from.seconds && nanos < from.nanos)) return false;
  return seconds < until.seconds || (seconds === until.seconds && nanos <= until.nanos);
}
