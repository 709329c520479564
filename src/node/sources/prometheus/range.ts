import { mostSeries } from '../../../engine/metrics/metric-series';
import { readMatrix } from '../../../engine/metrics/prometheus-matrix';
import { boundedPoints } from '../../../engine/metrics/windowed';
import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';
import type { PrometheusSource } from '../../../protocol/log-source';
import type { MetricsAnswer, MetricsWindow } from '../../../protocol/metrics';
import { oneLine } from '../http/server-words';
import type { Asking } from '../source-reader';
import { PrometheusClient } from './prometheus-client';

/** Seconds. Few Prometheus are asked to look oftener than once a second; what lies between steps of whole clocks reads better. */
const steps: readonly number[] = [
  1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
];
const dayS = 86_400;
/** Seconds of the years 1970 to 9999: what Prometheus's API takes as a number. */
const latestS = 253_402_300_799;

/**
 * A range query over a window. It begins and ends at whole steps around the window, so that the same moments are asked for wherever a
 * window is moved to, and its edges have a point before and behind them.
 */
export async function metricsOfRange(
  source: PrometheusSource,
  query: string,
  window: MetricsWindow,
  asking: Asking,
): Promise<MetricsAnswer> {
  const { start, end, step } = gridOf(window);
  const client = new PrometheusClient(source, asking);
  const parameters = { query, start: `${start}`, end: `${end}`, step: `${step}`, limit: `${mostSeries + 1}` };
  const { data, warnings } = await client.data('/query_range', parameters);
  const read = readMatrix(data, { query: oneLine(query), step });
  if ('problem' in read) throw new InputError({ code: 'prometheus-no-figures', sentence: read.problem });
  // Of what we asked to be cut off we say so ourselves.
  const told = warnings.filter((words) => !/truncated due to limit/.test(words)).slice(0, mostWarnings);
  return { series: read.series, notes: [...read.notes, ...told.map(warning)] };
}

const mostWarnings = 5;

/** Seconds, all whole multiples of the step. At most the points asked for, and one more at each end. */
export function gridOf(window: MetricsWindow): { start: number; end: number; step: number } {
  const from = secondsOf(window.from);
  const until = Math.max(from, secondsOf(window.until));
  const wanted = (until - from) / boundedPoints(window.points);
  const step = steps.find((one) => one >= wanted) ?? Math.ceil(wanted / dayS) * dayS;
  return { start: Math.floor(from / step) * step, end: Math.ceil(until / step) * step, step };
}

function secondsOf(ns: string): number {
  return Math.min(latestS, Math.max(0, Number(BigInt(ns) / 1_000_000n) / 1000));
}

function warning(words: string): Sentence {
  return { pattern: 'The server says: {0}', values: [oneLine(words)] };
}
