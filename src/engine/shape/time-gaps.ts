import type { RecordTable } from '../model/record-table';
import { CoveredTime, type TimeGap } from './covered-time';
import { type Moment, momentOf } from './moment';
import { BlockTimes, type TimeBlock, type TimeExtent, type TimeIndex } from './time-index';
import { offsetOf, type TimeWindow } from './time-window';

export interface TimeGaps {
  /** Longer than `unseen`, the longest first, of equal ones the earlier. */
  readonly longest: readonly TimeGap[];
  /** Times that records of one log follow each other at another time, however soon. */
  readonly count: number;
  /** Nanoseconds; shorter gaps are not told. */
  readonly unseen: number;
  /** Nanoseconds that times are apart at the least: a second where none has a fraction, else next to nothing. */
  readonly resolution: number;
}

interface Reading {
  readonly times: BlockTimes;
  readonly covered: CoveredTime;
  readonly offset: Moment;
}

const nanosPerSecond = 1_000_000_000;
const unknown: Moment = { seconds: Number.NaN, nanos: Number.NaN };
const nearShare = 0.999;
/** Of a block; where there are more its records jump about, and to find stretches costs more than to cover each by itself. */
const mostStretches = 1024;

/**
 * The longest times in an extent in which none of the logs wrote, at most `limit`; it must be bounded by the log's ends, or by gaps. Records that follow each other soon enough, forth or back, cover
 * all between them as far as gaps of a cell are asked for: next to nothing is done for each. Yields the share done.
 */
export function* longestTimeGaps(
  records: RecordTable,
  index: TimeIndex,
  extent: TimeExtent,
  clockOffsets: TimeWindow['clockOffsets'],
  limit: number,
): Generator<number, TimeGaps> {
  const covered = new CoveredTime(extent);
  const times = new BlockTimes(records);
  let count = 0;
  for (const block of index.blocks) {
    if (block.timed === 0) continue;
    times.read(block.from, block.to);
    const offset = momentOf(offsetOf({ clockOffsets }, block.source));
    count += coverBlock(block, { times, covered, offset });
    yield block.to / records.recordCount;
  }
  const resolution = index.isOfWholeSeconds ? nanosPerSecond : 0;
  return { longest: covered.gaps(limit), count, unseen: covered.cell, resolution };
}

/** Covers the stretches in which no record is further than nearly a cell from the one before it; how often the time changes. */
function coverBlock({ from, to, carried, first }: TimeBlock, reading: Reading): number {
  const { times, covered, offset } = reading;
  const { seconds, nanos } = times;
  const base = first.seconds;
  // Far from the base the last digits are lost: what is longer than a cell must never seem to be shorter.
  const near = covered.cell * nearShare;
  let before = carried === undefined ? Number.NaN : nanosAfter(base, carried);
  let { seconds: secondsBefore, nanos: nanosBefore } = carried ?? unknown;
  // Of the stretch: rows, and what is known of their times. None is open before the first time.
  let earliest = -1;
  let latest = -1;
  let earliestAt = 0;
  let latestAt = 0;
  let changes = 0;
  let stretches = 0;
  for (let i = 0; i < to - from; i++) {
    if (Number.isNaN(seconds[i])) continue;
    const at = (seconds[i] - base) * nanosPerSecond + nanos[i];
    const step = at - before;
    before = at;
    // A nanosecond far from the base is lost in `step`.
    const isSame = seconds[i] === secondsBefore && nanos[i] === nanosBefore;
    if (!isSame && !Number.isNaN(secondsBefore)) changes++;
    secondsBefore = seconds[i];
    nanosBefore = nanos[i];
    if (latest < 0 || step > near || step < -near) {
      if (latest >= 0) covered.cover(times, earliest, latest, offset);
      if (++stretches > mostStretches) return changes + coverEach(i, to - from, reading);
      earliest = i;
      latest = i;
      earliestAt = at;
      latestAt = at;
    } else if (at > latestAt || (at === latestAt && times.precedes(latest, i))) {
      latest = i;
      latestAt = at;
    } else if (at < earliestAt || (at === earliestAt && times.precedes(i, earliest))) {
      earliest = i;
      earliestAt = at;
    }
  }
  covered.cover(times, earliest, latest, offset);
  return changes;
}

/** From row `first` on; how often the time changes behind it. */
function coverEach(first: number, end: number, { times, covered, offset }: Reading): number {
  const { seconds, nanos } = times;
  let [before, changes] = [first, 0];
  for (let i = first; i < end; i++) {
    if (Number.isNaN(seconds[i])) continue;
    if (seconds[i] !== seconds[before] || nanos[i] !== nanos[before]) changes++;
    before = i;
    covered.cover(times, i, i, offset);
  }
  return changes;
}

function nanosAfter(base: number, { seconds, nanos }: Moment): number {
  return (seconds - base) * nanosPerSecond + nanos;
}
