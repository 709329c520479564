import type { UnixNs } from '../model/units';
import { type Moment, momentOf, timeOf } from './moment';
import type { BlockTimes, TimeExtent } from './time-index';

/** Nothing was written between; times are of records. */
export interface TimeGap {
  readonly from: UnixNs;
  readonly until: UnixNs;
  readonly nanoseconds: number;
}

const nanosPerSecond = 1_000_000_000;
/** Ten seconds each of a month, a third of one of a day. */
const cellCount = 1 << 18;

/**
 * What of an extent of time is covered by stretches, in cells: each knows the first and the last nanosecond covered in it. Gaps longer
 * than a cell are seen exactly, in whatever order stretches come; shorter ones are not told. Cells of a second and more are of whole
 * seconds, others span three days at most: all numbers are whole and held by a double.
 */
export class CoveredTime {
  /** Nanoseconds a cell. */
  readonly cell: number;
  /** Whole seconds since the epoch. */
  private readonly origin: number;
  /** 0 where a cell is shorter. */
  private readonly secondsACell: number;
  /** By cell, nanoseconds from its beginning; infinite where nothing is covered. */
  private readonly first: Float64Array;
  private readonly last: Float64Array;

  constructor({ first, last }: TimeExtent) {
    this.origin = momentOf(first).seconds;
    const seconds = momentOf(last).seconds + 1 - this.origin;
    this.secondsACell = seconds < cellCount ? 0 : Math.floor(seconds / cellCount) + 1;
    this.cell = this.secondsACell * nanosPerSecond || Math.ceil((seconds * nanosPerSecond) / cellCount);
    this.first = new Float64Array(cellCount).fill(Number.POSITIVE_INFINITY);
    this.last = new Float64Array(cellCount).fill(Number.NEGATIVE_INFINITY);
  }

  /** From the time of one record to that of another, moved by a clock's offset. What begins outside the extent must end there, and is left out. */
  cover(times: BlockTimes, from: number, until: number, offset: Moment): void {
    const begin = this.placeOf(times, from, offset);
    if (begin.cell < 0 || begin.cell >= cellCount) return;
    if (from === until) {
      this.widen(begin.cell, begin.within, begin.within);
      return;
    }
    const end = this.placeOf(times, until, offset);
    if (begin.cell === end.cell) {
      this.widen(begin.cell, begin.within, end.within);
      return;
    }
    this.widen(begin.cell, begin.within, this.cell);
    this.first.fill(0, begin.cell + 1, end.cell);
    this.last.fill(this.cell, begin.cell + 1, end.cell);
    this.widen(end.cell, 0, end.within);
  }

  /** Longer than a cell, the longest first, of equal ones the earlier; at most `limit`. */
  gaps(limit: number): readonly TimeGap[] {
    const { first, last, cell: width } = this;
    const gaps: TimeGap[] = [];
    let before = -1;
    for (let cell = 0; cell < cellCount; cell++) {
      if (first[cell] === Number.POSITIVE_INFINITY) continue;
      const nanoseconds = before < 0 ? 0 : (cell - before) * width + first[cell] - last[before];
      if (nanoseconds > width)
        gaps.push({ from: this.timeIn(before, last), until: this.timeIn(cell, first), nanoseconds });
      before = cell;
    }
    return gaps.sort((a, b) => b.nanoseconds - a.nanoseconds).slice(0, limit);
  }

  private widen(cell: number, from: number, until: number): void {
    if (from < this.first[cell]) this.first[cell] = from;
    if (until > this.last[cell]) this.last[cell] = until;
  }

  private placeOf(times: BlockTimes, row: number, offset: Moment): { cell: number; within: number } {
    const nanos = times.nanos[row] + offset.nanos;
    const carried = nanos >= nanosPerSecond ? 1 : 0;
    const seconds = times.seconds[row] + offset.seconds + carried - this.origin;
    const [behind, length] = [nanos - carried * nanosPerSecond, this.secondsACell];
    if (length === 0) return this.placeOfNanos(seconds * nanosPerSecond + behind);
    const cell = Math.floor(seconds / length);
    return { cell, within: (seconds - cell * length) * nanosPerSecond + behind };
  }

  private placeOfNanos(nanos: number): { cell: number; within: number } {
    const cell = Math.floor(nanos / this.cell);
    return { cell, within: nanos - cell * this.cell };
  }

  private timeIn(cell: number, within: Float64Array): UnixNs {
    return (
      timeOf({ seconds: this.origin, nanos: 0 }) + BigInt(cell) * BigInt(this.cell) + BigInt(within[cell])
    );
  }
}
