import { type Moment, momentOf } from './moment';
import type { TimeBins } from './time-bins';
import type { BlockTimes } from './time-index';

/** NaN seconds without a time. */
type Times = Pick<BlockTimes, 'seconds' | 'nanos'>;

const nanosPerSecond = 1_000_000_000;

/**
 * Which bin a time lies in, exactly, by numbers alone. Bins of a second and more must be of whole seconds, narrower ones must not
 * span more than 2^53 nanoseconds, 104 days: then every quotient is of whole numbers that a double holds.
 */
export class BinRuler {
  private readonly origin: Moment;
  private readonly width: number;
  private readonly isOfSeconds: boolean;
  private readonly count: number;

  constructor({ from, width, count }: TimeBins) {
    this.origin = momentOf(from);
    this.isOfSeconds = width >= BigInt(nanosPerSecond);
    this.width = Number(width) / (this.isOfSeconds ? nanosPerSecond : 1);
    this.count = count;
  }

  /** Bins begin with a second each: `nanos` are not looked at. */
  get ignoresFractions(): boolean {
    return this.isOfSeconds && this.origin.nanos === 0;
  }

  /** Of the first `count` times: the bin, -1 where it is none of them. */
  measure(times: Times, count: number, bins: Int16Array): void {
    if (this.ignoresFractions) this.measureSeconds(times, count, bins);
    else if (this.isOfSeconds) this.measureBorrowing(times, count, bins);
    else this.measureNanos(times, count, bins);
  }

  private measureSeconds({ seconds }: Times, count: number, bins: Int16Array): void {
    const { origin, width, count: end } = this;
    for (let i = 0; i < count; i++) {
      const bin = Math.floor((seconds[i] - origin.seconds) / width);
      // False of NaN, too.
      bins[i] = bin >= 0 && bin < end ? bin : -1;
    }
  }

  private measureBorrowing({ seconds, nanos }: Times, count: number, bins: Int16Array): void {
    const { origin, width, count: end } = this;
    for (let i = 0; i < count; i++) {
      const borrowed = nanos[i] < origin.nanos ? 1 : 0;
      const bin = Math.floor((seconds[i] - origin.seconds - borrowed) / width);
      bins[i] = bin >= 0 && bin < end ? bin : -1;
    }
  }

  private measureNanos({ seconds, nanos }: Times, count: number, bins: Int16Array): void {
    const { origin, width, count: end } = this;
    for (let i = 0; i < count; i++) {
      const passed = (seconds[i] - origin.seconds) * nanosPerSecond + (nanos[i] - origin.nanos);
      const bin = Math.floor(passed / width);
      bins[i] = bin >= 0 && bin < end ? bin : -1;
    }
  }
}
