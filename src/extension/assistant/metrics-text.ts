import type { MetricSeries } from '../../protocol/metrics';

/** Of each series: a model needs its course, not its points. */
const mostPoints = 24;
const mostShown = 12;

/** Figures beside a log as a model reads them: least, most and mean of each series, then some of its points. */
export function metricsText(series: readonly MetricSeries[]): string {
  const shown = series.slice(0, mostShown).map(seriesText);
  const left = series.length - shown.length;
  return [...shown, ...(left > 0 ? [`${left} more series are left out`] : [])].join('\n');
}

function seriesText({ name, unit, seconds, values }: MetricSeries): string {
  const known = [...values.keys()].filter((at) => Number.isFinite(values[at]));
  if (known.length === 0) return `${name}: no values`;
  const figures = known.map((at) => values[at]);
  const mean = figures.reduce((sum, value) => sum + value, 0) / figures.length;
  const extremes = [Math.min(...figures), Math.max(...figures), mean].map(rounded);
  const head = `${name}${unit === '' ? '' : ` (${unit})`}: least ${extremes[0]}, most ${extremes[1]}, mean ${extremes[2]}`;
  const step = Math.ceil(known.length / mostPoints);
  const points = known.filter((_, at) => at % step === 0);
  return [head, ...points.map((at) => `  ${timeOf(seconds[at])} ${rounded(values[at])}`)].join('\n');
}

function timeOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
