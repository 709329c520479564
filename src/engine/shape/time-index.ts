import { blockLength } from '../model/column';
import type { RecordTable } from '../model/record-table';
import type { TimeColumn } from '../model/time-column';
import type { UnixNs } from '../model/units';
import { beginningOfTime, endOfTime, type Moment, timeOf } from './moment';
import { offsetOf, type TimeWindow } from './time-window';

/** Records `[from, to)` of one source, within one block of the columns. */
export interface TimeBlock {
  readonly source: number;
  readonly from: number;
  readonly to: number;
  /** Of the last record before it in its source that has a time; undefined where none has. */
  readonly carried: Moment | undefined;
  /** Of its records' own times; the first is after the last where none has one. */
  readonly first: Moment;
  readonly last: Moment;
  /** Records that have a time. */
  readonly timed: number;
  /** None of them has a fraction of a second. */
  readonly isOfWholeSeconds: boolean;
}

/** From when to when a log's times go, as its clocks were set right. */
export interface TimeExtent {
  readonly first: UnixNs;
  readonly last: UnixNs;
}

/** Times of a block of records, copied out of their column. */
export class BlockTimes {
  /** NaN without a time. */
  readonly seconds = new Float64Array(blockLength);
  readonly nanos = new Uint32Array(blockLength);

  constructor(private readonly records: RecordTable) {}

  read(from: number, to: number): void {
    this.readSeconds(from, to);
    this.records.time.readNanos(from, to, this.nanos);
  }

  /** Of two rows that have a time. */
  precedes(row: number, other: number): boolean {
    const { seconds, nanos } = this;
    return seconds[row] < seconds[other] || (seconds[row] === seconds[other] && nanos[row] < nanos[other]);
  }

  /** What stands in `nanos` is of others then. */
  readSeconds(from: number, to: number): void {
    this.records.time.readSeconds(from, to, this.seconds);
  }
}

/**
 * From when to when the times of each block of the logs' records go: a question about a window looks at the blocks its bounds
 * lie in, and takes or leaves all others whole. That holds in any order of times, and where they ascend, nearly all blocks are
 * taken or left. Baselines are not in it.
 */
export class TimeIndex {
  readonly blocks: readonly TimeBlock[];
  /** Records of the logs, and those of them that have no time. */
  readonly recordCount: number;
  readonly untimed: number;
  readonly isOfWholeSeconds: boolean;

  private constructor(blocks: readonly TimeBlock[]) {
    this.blocks = blocks;
    this.recordCount = blocks.reduce((sum, { from, to }) => sum + to - from, 0);
    this.untimed = blocks.reduce((sum, { from, to, timed }) => sum + to - from - timed, 0);
    this.isOfWholeSeconds = blocks.every((block) => block.isOfWholeSeconds);
  }

  /** Reads all times once; yields the share done. */
  static *of(records: RecordTable): Generator<number, TimeIndex> {
    const blocks: TimeBlock[] = [];
    for (const [source, { role, firstRecord, records: count }] of records.sources.entries()) {
      if (role !== 'log') continue;
      let carried: Moment | undefined;
      for (const { from, to } of columnBlocks(firstRecord, firstRecord + count)) {
        blocks.push({ source, from, to, carried, ...extentOf(records.time, from, to) });
        carried = lastTime(records.time, from, to) ?? carried;
        yield to / records.recordCount;
      }
    }
    return new TimeIndex(blocks);
  }

  /** Undefined where no record has a time. */
  extent(clockOffsets: TimeWindow['clockOffsets']): TimeExtent | undefined {
    let [earliest, latest]: (UnixNs | undefined)[] = [];
    for (const { source, first, last, timed } of this.blocks) {
      if (timed === 0) continue;
      const offset = offsetOf({ clockOffsets }, source);
      const [from, until] = [timeOf(first) + offset, timeOf(last) + offset];
      if (earliest === undefined || from < earliest) earliest = from;
      if (latest === undefined || until > latest) latest = until;
    }
    return earliest === undefined || latest === undefined ? undefined : { first: earliest, last: latest };
  }
}

/** Cut at the borders of the columns' blocks. */
function* columnBlocks(first: number, end: number): Generator<{ from: number; to: number }, void> {
  for (let from = first; from < end; ) {
    const to = Math.min(end, from - (from % blockLength) + blockLength);
    yield { from, to };
    from = to;
  }
}

type BlockExtent = Pick<TimeBlock, 'first' | 'last' | 'timed' | 'isOfWholeSeconds'>;

function extentOf(time: TimeColumn, from: number, to: number): BlockExtent {
  const { earliest, latest, timed } = time.extremes(from, to);
  return {
    first: timed > 0 ? momentAt(time, earliest) : endOfTime,
    last: timed > 0 ? momentAt(time, latest) : beginningOfTime,
    timed,
    isOfWholeSeconds: !time.hasFractions(from, to),
  };
}

function lastTime(time: TimeColumn, from: number, to: number): Moment | undefined {
  let last = to - 1;
  while (last >= from && !time.has(last)) last--;
  return last < from ? undefined : momentAt(time, last);
}

function momentAt(time: TimeColumn, record: number): Moment {
  return { seconds: time.secondsAt(record), nanos: time.nanosAt(record) };
}
