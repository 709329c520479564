import { blockLength } from '../model/column';
import type { RecordTable } from '../model/record-table';
import type { UnixNs } from '../model/units';
import { BinRuler } from './bin-ruler';
import type { TimeBins } from './time-bins';
import { BlockTimes, type TimeExtent, type TimeIndex } from './time-index';
import { offsetOf, type TimeWindow } from './time-window';

/** No record of any log lies between; times are of the records at its ends. */
export interface TimeGap {
  readonly from: UnixNs;
  readonly until: UnixNs;
  readonly nanoseconds: number;
}

export interface TimeGaps {
  /** The longest first, at most as many as asked; of equal ones the earlier first. */
  readonly longest: readonly TimeGap[];
  /** All that were seen: what lies within a cell is not. */
  readonly count: number;
  /** Nanoseconds; of what is not seen nothing is longer. */
  readonly cell: number;
  readonly shortest: number;
}

/** Cells the whole extent is cut into: ten seconds each of a month, a third of one of a day. */
const cellCount = 1 << 18;
const second = 1_000_000_000n;

/**
 * The longest times in which none of the logs wrote. The extent is cut into cells that know the first and the last time in them, so
 * one pass does for any order of times and any number of logs; gaps are exact to the nanosecond, those shorter than a cell may be
 * missed. Yields the share done.
 */
export function* longestTimeGaps(
  records: RecordTable,
  index: TimeIndex,
  extent: TimeExtent,
  clockOffsets: TimeWindow['clockOffsets'],
  limit: number,
): Generator<number, TimeGaps> {
  const cells = new TimeCells(cellsOver(extent));
  const times = new BlockTimes(records);
  for (const { source, from, to, timed } of index.blocks) {
    if (timed === 0) continue;
    times.read(from, to);
    cells.add(times, to - from, offsetOf({ clockOffsets }, source));
    yield to / records.recordCount;
  }
  return cells.gaps(limit);
}

/** As `BinRuler` demands: of whole seconds where they are no shorter than one. */
function cellsOver({ first, last }: TimeExtent): TimeBins {
  const least = (last - first) / BigInt(cellCount) + 1n;
  const width = least < second ? least : (least / second + 1n) * second;
  return { from: first, width, count: Number((last - first) / width) + 1 };
}

class TimeCells {
  /** By cell, nanoseconds from its beginning; infinite where nothing was written. */
  private readonly first: Float64Array;
  private readonly last: Float64Array;
  private readonly cellOf = new Int32Array(blockLength);
  private readonly width: number;

  constructor(private readonly cells: TimeBins) {
    this.first = new Float64Array(cells.count).fill(Number.POSITIVE_INFINITY);
    this.last = new Float64Array(cells.count).fill(Number.NEGATIVE_INFINITY);
    this.width = Number(cells.width);
  }

  add(times: BlockTimes, count: number, offset: bigint): void {
    const ruler = new BinRuler({ ...this.cells, from: this.cells.from - offset });
    const { first, last, cellOf } = this;
    ruler.measure(times, count, cellOf);
    for (let i = 0; i < count; i++) {
      const cell = cellOf[i];
      if (cell < 0) continue;
      const within = ruler.nanosWithin(times, i, cell);
      if (within < first[cell]) first[cell] = within;
      if (within > last[cell]) last[cell] = within;
    }
  }

  gaps(limit: number): TimeGaps {
    const lengths = new Float64Array(this.first.length);
    let [before, count, shortest] = [0, 0, Number.POSITIVE_INFINITY];
    for (let cell = 1; cell < lengths.length; cell++) {
      if (this.first[cell] === Number.POSITIVE_INFINITY) continue;
      const length = this.lengthOf(before, cell);
      before = cell;
      if (length <= 0) continue;
      count++;
      shortest = Math.min(shortest, length);
      lengths[cell] = length;
    }
    return { longest: this.described(lengths, limit), count, cell: this.width, shortest };
  }

  /** `lengths`: of the gap that ends in a cell. */
  private described(lengths: Float64Array, limit: number): TimeGap[] {
    const floor = lengths.toSorted()[Math.max(0, lengths.length - limit)];
    const long = [...lengths.keys()].filter((cell) => lengths[cell] > 0 && lengths[cell] >= floor);
    long.sort((a, b) => lengths[b] - lengths[a] || a - b);
    return long.slice(0, limit).map((cell) => this.gapBefore(cell, lengths[cell]));
  }

  private gapBefore(cell: number, nanoseconds: number): TimeGap {
    let before = cell - 1;
    while (this.first[before] === Number.POSITIVE_INFINITY) before--;
    return {
      from: this.timeIn(before, this.last[before]),
      until: this.timeIn(cell, this.first[cell]),
      nanoseconds,
    };
  }

  private lengthOf(before: number, cell: number): number {
    return (cell - before) * this.width + this.first[cell] - this.last[before];
  }

  private timeIn(cell: number, nanoseconds: number): UnixNs {
    return this.cells.from + this.cells.width * BigInt(cell) + BigInt(nanoseconds);
  }
}
