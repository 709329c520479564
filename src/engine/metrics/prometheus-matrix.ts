import type { Sentence } from '../model/finding';
import { withGaps } from './gaps';
import { seriesName, unitOfName } from './metric-names';
import { type MetricSeries, type MetricsProblem, mostSeries, type ReadMetrics } from './metric-series';

export interface AskedMatrix {
  /** What a series without a name and labels is called. */
  readonly query: string;
  /** Seconds from one value to the next. */
  readonly step: number;
}

/**
 * The `data` of an answer to Prometheus's `/api/v1/query_range` as series: values are texts, `NaN`, `+Inf` and `-Inf` among them, and a
 * series has no point where there was no value (Prometheus, "HTTP API", range queries).
 */
export function readMatrix(data: unknown, { query, step }: AskedMatrix): ReadMetrics | MetricsProblem {
  const { resultType, result } = isObject(data) ? data : { resultType: undefined, result: undefined };
  if (resultType !== 'matrix' || !Array.isArray(result)) return { problem: noMatrix(String(resultType)) };
  const notes: Sentence[] = [];
  const all = result.filter(isObject);
  const read = all.slice(0, mostSeries).map((one) => seriesOf(one, query, step));
  if (all.length > mostSeries) notes.push(tooMany(all.length));
  if (all.some(({ histograms }) => Array.isArray(histograms))) notes.push(histogramsLeftOut());
  if (read.some(({ hasInfinite }) => hasInfinite)) notes.push(infiniteLeftOut());
  const series = read.flatMap(({ one }) => (one.seconds.length > 0 ? [one] : []));
  return { series, notes };
}

function seriesOf({ metric, values }: Record<string, unknown>, query: string, step: number) {
  const points = Array.isArray(values) ? values.filter(isPoint) : [];
  const seconds = Float64Array.from(points, ([at]) => at);
  const read = Float64Array.from(points, ([, text]) => Number(text));
  const hasInfinite = points.some(([, text]) => /inf/i.test(text));
  const finite = read.map((value) => (Number.isFinite(value) ? value : Number.NaN));
  const { __name__: name = '', ...labels } = isObject(metric) ? metric : {};
  const pairs = Object.entries(labels).map(([label, text]) => [label, String(text)] as const);
  const one: MetricSeries = {
    name: seriesName(String(name), pairs, query),
    unit: unitOfName(String(name)),
    ...withGaps({ seconds, values: finite }, step),
  };
  return { one, hasInfinite };
}

function isPoint(point: unknown): point is readonly [number, string] {
  return Array.isArray(point) && Number.isFinite(point[0]) && typeof point[1] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noMatrix(kind: string): Sentence {
  return {
    pattern:
      'The answer holds no figures over time but a {0}. Ask for a number at each time: leave out ranges in brackets, or put a function such as rate around them.',
    values: [kind.slice(0, 40)],
  };
}

function tooMany(series: number): Sentence {
  return {
    pattern:
      'Of the {0} series the first {1} are shown. Sum them up in the query, or choose some by their labels.',
    values: [series, mostSeries],
  };
}

function histogramsLeftOut(): Sentence {
  return {
    pattern: 'Histograms are left out. Ask for one figure of each, such as histogram_quantile(0.99, …).',
    values: [],
  };
}

function infiniteLeftOut(): Sentence {
  return { pattern: 'Values that are infinite cannot be drawn and are gaps.', values: [] };
}
