import type { Sentence } from '../model/finding';

/** Figures of one kind over time. Both columns have the same length. */
export interface MetricSeries {
  /** `cpu`, `http_requests_total{job="shop"}`. */
  readonly name: string;
  /** What its values are counted in, where the name or the file says so (`%`, `ms`, `bytes`); '' else. */
  readonly unit: string;
  /** Ascending: seconds since the epoch, with a fraction. */
  readonly seconds: Float64Array;
  /** NaN where there is none; never infinite. */
  readonly values: Float64Array;
}

export interface ReadMetrics {
  readonly series: readonly MetricSeries[];
  /** What was left out, and why. */
  readonly notes: readonly Sentence[];
}

/** Nothing of it can be shown; the sentence ends in its cure. */
export interface MetricsProblem {
  readonly problem: Sentence;
}

/** More lines nobody tells apart, and more would be sent than a page can draw. */
export const mostSeries = 100;
