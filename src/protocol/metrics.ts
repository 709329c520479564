import type { MetricSeries, ReadMetrics } from '../engine/metrics/metric-series';
import type { NsText, PrometheusSource } from './log-source';

/**
 * Figures of the system beside a log, on the same axis of time: from a CSV file, or from a Prometheus that a person set up as a
 * source (`kind: 'prometheus'`). Each series has one point before and one behind the window, so that lines reach its edges, and a point
 * without a value (NaN) where a gap is; the extremes of a window are never thinned out.
 */
export type { MetricSeries };

export type MetricsAnswer = ReadMetrics;

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

/** What the thread that reads remote logs is asked: the origin with all it takes to read it. Null: all of the file; of Prometheus the last hour. */
export interface MetricsRequest {
  readonly origin: MetricsPlace;
  readonly window: MetricsWindow | null;
}

export type MetricsPlace =
  | { readonly kind: 'csv'; readonly path: string }
  | { readonly kind: 'prometheus'; readonly source: PrometheusSource; readonly query: string };
