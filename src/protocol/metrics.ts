import type { Sentence } from '../engine/model/finding';
import type { NsText } from './log-source';

/**
 * Figures of the system beside a log, on the same axis of time: from a CSV file, or from a Prometheus that a person set up as a
 * source (`kind: 'prometheus'`).
 */
export interface MetricSeries {
  /** `cpu`, `http_requests_total{job="shop"}`. */
  readonly name: string;
  /** What its values are counted in, where the name or the file says so (`%`, `ms`, `bytes`); '' else. */
  readonly unit: string;
  /** Ascending: seconds since the epoch, with a fraction. */
  readonly seconds: Float64Array;
  /** NaN where there is none. */
  readonly values: Float64Array;
}

export interface MetricsAnswer {
  readonly series: readonly MetricSeries[];
  /** What was left out, and why. */
  readonly notes: readonly Sentence[];
}

/** Kept for each log: where its metrics come from. */
export type MetricsOrigin =
  | { readonly kind: 'csv'; readonly path: string }
  /** A source by its name, and what it is asked in PromQL. */
  | { readonly kind: 'prometheus'; readonly source: string; readonly query: string };

export interface MetricsWindow {
  readonly from: NsText;
  readonly until: NsText;
  /** Points wanted of each series; at most 2,000. */
  readonly points: number;
}
