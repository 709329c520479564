import type { Timeline } from '../../../src/protocol/log-shape';
import { levelNames } from '../terms';
import type { Stretch } from './stretch';

const nanosPerSecond = 1e9;
const firstError = levelNames.indexOf('error');

/** Records by level over time, as bars are drawn of them: the worst level at the foot, where its height is seen best. */
export class Volume {
  readonly count: number;
  /** Of each bar, in seconds: what the axis of a chart counts from `origin`. */
  readonly stepSeconds: number;
  readonly totals: Float64Array;
  /** Indexes of `levelNames` that have records, the worst first. */
  readonly levels: readonly number[];
  /** By index in `levels`: records of that level and those below it in the bar. */
  readonly tops: readonly Float64Array[];
  readonly origin: bigint;
  private readonly width: bigint;

  constructor(readonly timeline: Timeline) {
    const { from, width, count } = timeline.bins;
    this.count = count;
    this.origin = BigInt(from);
    this.width = BigInt(width);
    this.stepSeconds = Number(this.width) / nanosPerSecond;
    this.levels = levelNames
      .map((_, level) => level)
      .filter((level) => timeline.counts.subarray(level * count, (level + 1) * count).some((one) => one > 0))
      .reverse();
    this.totals = new Float64Array(count);
    this.tops = this.levels.map((level) => {
      for (let bin = 0; bin < count; bin++) this.totals[bin] += this.countOf(level, bin);
      return this.totals.slice();
    });
  }

  /** All that its bars cover. */
  get cover(): Stretch {
    return { from: this.origin, until: this.origin + this.width * BigInt(this.count) };
  }

  get most(): number {
    return this.totals.reduce((most, total) => Math.max(most, total), 0);
  }

  countOf(level: number, bin: number): number {
    return this.timeline.counts[level * this.count + bin];
  }

  /** Of level error and worse. */
  errorsOf(bin: number): number {
    let errors = 0;
    for (let level = firstError; level < levelNames.length; level++) errors += this.countOf(level, bin);
    return errors;
  }

  recordsOfLevel(level: number): number {
    let records = 0;
    for (let bin = 0; bin < this.count; bin++) records += this.countOf(level, bin);
    return records;
  }

  /** The one nearest where there is none. */
  binAt(moment: bigint): number {
    const bin = Number((moment - this.origin) / this.width);
    return Math.max(0, Math.min(this.count - 1, moment < this.origin ? 0 : bin));
  }

  stretchOf(bin: number, until = bin + 1): Stretch {
    return {
      from: this.origin + this.width * BigInt(bin),
      until: this.origin + this.width * BigInt(until),
    };
  }

  /** Whole bars that a stretch touches. */
  snapped({ from, until }: Stretch): Stretch {
    return this.stretchOf(this.binAt(from), this.binAt(until - 1n) + 1);
  }

  recordsIn({ from, until }: Stretch): number {
    let records = 0;
    for (let bin = this.binAt(from); bin <= this.binAt(until - 1n); bin++) records += this.totals[bin];
    return records;
  }

  /** Seconds on the axis of the chart. */
  secondsOf(moment: bigint): number {
    return Number(moment - this.origin) / nanosPerSecond;
  }
}

/** Whether bars are so unequal that the low ones are not seen beside the high ones. */
export function isUneven({ totals }: Volume): boolean {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const total of totals) {
    if (total > 0) least = Math.min(least, total);
    most = Math.max(most, total);
  }
  return most > 1000 * least;
}
