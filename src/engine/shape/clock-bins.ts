import type { ClockOffset } from '../merge/source-cursor';
import type { TimeColumn } from '../model/time-column';

/** Equal stretches of time; nanoseconds in decimal, from the epoch on. */
export interface TimeBins {
  readonly from: string;
  readonly width: string;
  readonly count: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const widths = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * second),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
  // The last is wider than all times there are (years 1 to 9999).
  ...[1, 10, 100, 1000, 10_000, 100_000, 1_000_000].flatMap((days) => [1, 2, 5].map((n) => n * days * day)),
];

/**
 * Stretches of time as a clock shows them: they begin at whole multiples of a width it has (1 ms, 2, 5 … 15 s … 12 h, 1 day, 2 …), in
 * UTC. All in whole milliseconds, which doubles hold exactly.
 */
export class ClockBins {
  private constructor(
    readonly fromMs: number,
    readonly widthMs: number,
    readonly count: number,
  ) {}

  /** The narrowest that cover both, whole milliseconds, in at most `most`. */
  static covering(firstMs: number, lastMs: number, most: number): ClockBins {
    for (const width of widths) {
      const first = Math.floor(firstMs / width);
      const count = Math.floor(lastMs / width) - first + 1;
      if (count <= most) return new ClockBins(first * width, width, count);
    }
    // A single one, of times on both sides of the epoch.
    return new ClockBins(firstMs, Math.ceil((lastMs - firstMs + 1) / day) * day, 1);
  }

  /** Of a time within; beyond them the number it would have. */
  binOf(ms: number): number {
    return Math.floor((ms - this.fromMs) / this.widthMs);
  }

  get bins(): TimeBins {
    const nanoseconds = (ms: number) => (BigInt(ms) * 1_000_000n).toString();
    return { from: nanoseconds(this.fromMs), width: nanoseconds(this.widthMs), count: this.count };
  }
}

/** A record's time in whole milliseconds, by a clock that is set otherwise; NaN without one. */
export function wholeMillis(time: TimeColumn, record: number, { seconds, nanos }: ClockOffset): number {
  return (time.secondsAt(record) + seconds) * 1000 + Math.floor((time.nanosAt(record) + nanos) / 1e6);
}
