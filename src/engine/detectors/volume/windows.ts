import type { TimeSpan } from '../../features/time-span';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
export const dayMs = 24 * hour;

/** Widths that people count in, in milliseconds. */
const widths: readonly number[] = [
  ...[0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30].map((seconds) => seconds * second),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
  ...[1, 2, 7, 30, 90, 365].map((days) => days * dayMs),
];
/** Enough for a history, few enough that a window holds more than a record or two. */
const mostWindows = 150;
/** With fewer there is no history. */
const fewestWindows = 12;

/** A log's span, cut into windows of one width that begin at whole multiples of it. */
export class TimeWindows {
  private constructor(
    /** Milliseconds. */
    readonly width: number,
    /** Of the first window, milliseconds since the epoch. */
    readonly startMs: number,
    readonly count: number,
  ) {}

  /** Undefined where the span is too short to be cut. */
  static over(span: TimeSpan): TimeWindows | undefined {
    const lasts = span.untilMs - span.fromMs;
    const width = widths.find((candidate) => lasts / candidate <= mostWindows) ?? widths[widths.length - 1];
    return TimeWindows.ofWidth(width, span, mostWindows + 2);
  }

  /** The first `most` windows of a width, in milliseconds, over a span. */
  static ofWidth(width: number, { fromMs, untilMs }: TimeSpan, most: number): TimeWindows | undefined {
    const startMs = Math.floor(fromMs / width) * width;
    const count = Math.min(most, Math.floor((untilMs - startMs) / width) + 1);
    return count < fewestWindows ? undefined : new TimeWindows(width, startMs, count);
  }

  /** -1 outside of all windows and for a NaN. */
  indexOf(ms: number): number {
    const index = Math.floor((ms - this.startMs) / this.width);
    return index >= 0 && index < this.count ? index : -1;
  }

  /** `14:02:00`, UTC, with its day where the windows span more than one. */
  clock(window: number): string {
    const text = new Date(this.startMs + window * this.width).toISOString();
    const time = text.slice(11, this.width < second ? 23 : 19);
    return this.count * this.width <= dayMs ? time : `${text.slice(0, 10)} ${time}`;
  }

  /** So many windows, in the largest unit there is a whole number of: `30 s`, `5 min`. */
  duration(windows: number): string {
    const ms = Math.round(windows * this.width);
    const [unit, name] = units.find(([size]) => ms % size === 0) ?? [second, 's'];
    return `${ms / unit} ${name}`;
  }
}

const units: readonly (readonly [number, string])[] = [
  [dayMs, 'd'],
  [hour, 'h'],
  [minute, 'min'],
  [second, 's'],
];
