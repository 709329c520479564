import { quantile, type Spread, spreadOf, stabilised, tailDecades } from './robust';

/** Windows `[from, to)` in which a series left its history. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** −log10 of the chance of it among all windows of the series. */
  readonly decades: number;
}

export interface Swing extends Stretch {
  readonly kind: 'up' | 'down';
  /** The window that is farthest off, and its count. */
  readonly peak: number;
  readonly count: number;
  /** What nine of ten windows lie between, those of the swing left out. */
  readonly usualLow: number;
  readonly usualHigh: number;
}

export interface Silence extends Stretch {
  readonly kind: 'silence';
  /** Records before it, and the window of the first of them. */
  readonly before: number;
  readonly since: number;
}

export type Departure = Swing | Silence;

/** Fewer records have no rate; a series in fewer windows has no history: that it is seldom is another detector's. */
const fewestRecords = 30;
const fewestWindows = 6;
/** An outbreak is so many records more than what is usually the most, and `leastTimes` as many. */
const leastMore = 10;
/** A lull has at most this share of what is usual, which is at least so many. */
const lullShare = 1 / 4;
const lullUsual = 12;
/** A silence must be this many times the longest other one, and so many records must be missing. */
const silenceTimes = 3;
const leastMissing = 12;
/** What was written for less time than so many silences, or in fewer of its windows than this, had come to its end. */
const leastLasted = 2;
const leastRegular = 0.8;
/** From so many deviations on a window departs. */
const sigmas = 3;
/** A departure longer than this share of all windows is another regime, not an event. */
const longestShare = 0.4;

/**
 * One series of counts by window. `rest` is what the others of the log did meanwhile, where there are others: what all do
 * more of when there is more to do is no departure of one.
 */
export class History {
  private readonly windows: number;
  private readonly present: number;
  private readonly total: number;
  private readonly exposure: Float64Array;

  constructor(
    private readonly counts: Uint32Array,
    private readonly leastTimes: number,
    rest: Float64Array | undefined,
    /** What is usual at each window's time of the day, where the log is long enough to know. */
    private readonly profile: Float64Array | undefined = undefined,
  ) {
    this.windows = counts.length;
    this.present = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    this.total = counts.reduce((sum, count) => sum + count, 0);
    this.exposure = exposureOf(rest, this.windows);
  }

  departures(): Departure[] {
    if (this.total < fewestRecords || this.present < fewestWindows) return [];
    return [...this.outbreaks(), ...this.lulls(), ...this.silences()];
  }

  /** Judged by windows in which it occurs where it does so in less than half of them: bursts are compared with bursts. */
  private outbreaks(): Swing[] {
    const { counts } = this;
    const isSparse = this.present * 2 < this.windows;
    const history = this.residuals((i) => !isSparse || counts[i] > 0);
    const found: Swing[] = [];
    for (const { from, to } of this.runs((i) => i > 0 && this.sigmasOf(history, i) >= sigmas)) {
      const others = counts.filter((count, i) => (i < from || i >= to) && (!isSparse || count > 0)).sort();
      const peak = this.farthest(from, to, (i) => counts[i] / this.raised(i));
      const usualHigh = quantile(others, 0.95);
      const most = usualHigh * this.raised(peak);
      if (counts[peak] < this.leastTimes * most || counts[peak] < most + leastMore) continue;
      found.push({
        kind: 'up',
        from,
        to,
        peak,
        count: counts[peak],
        usualLow: quantile(others, 0.05),
        usualHigh,
        decades: this.corrected(tailDecades(this.sigmasOf(history, peak))),
      });
    }
    return found;
  }

  private lulls(): Swing[] {
    const { counts } = this;
    const history = this.residuals(() => true);
    const found: Swing[] = [];
    const isLow = (i: number) =>
      i > 0 && i < this.windows - 1 && counts[i] > 0 && -this.sigmasOf(history, i) >= sigmas;
    for (const { from, to } of this.runs(isLow)) {
      const others = counts.filter((_, i) => i < from || i >= to).sort();
      const peak = this.farthest(from, to, (i) => -counts[i] / this.lowered(i));
      const usualLow = quantile(others, 0.05);
      if (usualLow < lullUsual || counts[peak] > usualLow * this.lowered(peak) * lullShare) continue;
      found.push({
        kind: 'down',
        from,
        to,
        peak,
        count: counts[peak],
        usualLow,
        usualHigh: quantile(others, 0.95),
        decades: this.corrected(tailDecades(-this.sigmasOf(history, peak))),
      });
    }
    return found;
  }

  /** Runs of empty windows after it was first seen, by how many records are missing in them. */
  private silences(): Silence[] {
    const first = this.counts.findIndex((count) => count > 0);
    const runs = this.runs((i) => i > first && this.counts[i] === 0, Number.POSITIVE_INFINITY);
    const seen =
      this.exposureIn(first, this.windows) -
      runs.reduce((sum, run) => sum + this.exposureIn(run.from, run.to), 0);
    const rate = this.total / seen;
    const missing = runs.map(({ from, to }) => rate * this.exposureIn(from, to));
    const longest = missing.toSorted((a, b) => b - a);
    return runs.flatMap(({ from, to }, at) => {
      const rival = missing[at] === longest[0] ? (longest[1] ?? 0) : longest[0];
      if (missing[at] < leastMissing || missing[at] < silenceTimes * rival) return [];
      if (!this.wentOn(first, from, to - from)) return [];
      const decades = this.corrected(missing[at] / this.dispersion(first) / Math.LN10);
      const before = this.counts.subarray(0, from).reduce((sum, count) => sum + count, 0);
      return [{ kind: 'silence', from, to, before, since: first, decades }];
    });
  }

  /** Whether it was written all the time before, and for long: a phase of the work that ends is no silence. */
  private wentOn(first: number, from: number, lasts: number): boolean {
    const present = this.counts.subarray(first, from).filter((count) => count > 0).length;
    return from - first >= leastLasted * lasts && present >= leastRegular * (from - first);
  }

  /** Variance over mean of its counts since it was first seen, at least 1: bursts make silences likelier. */
  private dispersion(first: number): number {
    const counts = this.counts.subarray(first);
    const mean = this.total / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    return Math.max(1, variance / mean);
  }

  /** Stabilised counts beyond what is expected, of the windows that make the history. */
  private residuals(isHistory: (window: number) => boolean): Spread {
    const values: number[] = [];
    for (let i = 0; i < this.windows; i++) if (isHistory(i)) values.push(this.residual(i));
    return spreadOf(values);
  }

  private residual(i: number): number {
    return stabilised(this.counts[i]) - (this.profile === undefined ? 0 : stabilised(this.profile[i]));
  }

  /** Deviations of a window from the median, at least one a Poisson process has. */
  private sigmasOf({ median, deviation }: Spread, i: number): number {
    return (this.residual(i) - median) / Math.max(1, deviation);
  }

  /** Runs of windows; those too long to be an event are left out. */
  private runs(
    isIn: (window: number) => boolean,
    longest = this.windows * longestShare,
  ): { readonly from: number; readonly to: number }[] {
    const runs: { from: number; to: number }[] = [];
    for (let i = 0; i < this.windows; i++) {
      if (!isIn(i)) continue;
      const last = runs[runs.length - 1];
      if (last?.to === i) last.to++;
      else runs.push({ from: i, to: i + 1 });
    }
    return runs.filter(({ from, to }) => to - from <= longest);
  }

  private farthest(from: number, to: number, by: (window: number) => number): number {
    let best = from;
    for (let i = from + 1; i < to; i++) if (by(i) > by(best)) best = i;
    return best;
  }

  private raised(i: number): number {
    return Math.max(1, this.exposure[i]);
  }

  private lowered(i: number): number {
    return Math.min(1, this.exposure[i]);
  }

  private exposureIn(from: number, to: number): number {
    let sum = 0;
    for (let i = from; i < to; i++) sum += Math.min(1, this.exposure[i]);
    return sum;
  }

  /** Each window could have been the one. */
  private corrected(decades: number): number {
    return Math.max(0, decades - Math.log10(this.windows));
  }
}

/** How much went on in each window, in units of the usual. */
function exposureOf(rest: Float64Array | undefined, windows: number): Float64Array {
  if (rest === undefined) return new Float64Array(windows).fill(1);
  const usual = quantile(Float64Array.from(rest).sort(), 0.5);
  return usual === 0 ? new Float64Array(windows).fill(1) : rest.map((count) => count / usual);
}
