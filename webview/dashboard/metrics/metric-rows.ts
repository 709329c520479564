import type { MetricSeries } from '../../../src/protocol/metrics';
import { quantityText } from '../../../src/protocol/quantity-text';
import { shortCount } from '../timeline/count-scale';

/** Series counted in the same, which share a plot. */
export interface MetricRow {
  readonly unit: string;
  /** The first of them; more lines nobody tells apart. */
  readonly series: readonly MetricSeries[];
  readonly left: number;
  readonly min: number;
  readonly max: number;
}

const mostLines = 8;

/** A row a unit, in the order units come first. */
export function metricRows(all: readonly MetricSeries[]): readonly MetricRow[] {
  const byUnit = new Map<string, MetricSeries[]>();
  for (const series of all) {
    const same = byUnit.get(series.unit);
    if (same) same.push(series);
    else byUnit.set(series.unit, [series]);
  }
  return [...byUnit].map(([unit, series]) => {
    const shown = series.slice(0, mostLines);
    return { unit, series: shown, left: series.length - shown.length, ...rangeOf(shown) };
  });
}

/** From 0 where nothing is below; a line that never moves lies inside. */
function rangeOf(series: readonly MetricSeries[]): { readonly min: number; readonly max: number } {
  let min = 0;
  let max = Number.NEGATIVE_INFINITY;
  for (const { values } of series)
    for (const value of values) {
      if (value < min) min = value;
      if (value > max) max = value;
    }
  return max > min ? { min, max } : { min, max: min + 1 };
}

export interface MetricSummary {
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
  /** Seconds since the epoch. */
  readonly highestAt: number;
}

/** Null of a series without a value. */
export function summaryOf({ seconds, values }: MetricSeries): MetricSummary | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const highest = sorted[sorted.length - 1];
  return {
    lowest: sorted[0],
    median: sorted[(sorted.length - 1) >> 1],
    highest,
    highestAt: seconds[values.indexOf(highest)],
  };
}

/** The series whose highest value is farthest from what is usual of it, by its own measure. */
export function mostStriking(all: readonly MetricSeries[]): MetricSeries | undefined {
  let striking: MetricSeries | undefined;
  let farthest = 0;
  for (const series of all) {
    const summary = summaryOf(series);
    if (!summary) continue;
    const { highest, median, lowest } = summary;
    const distance =
      highest === median ? 0 : (highest - median) / (median - lowest + Math.abs(highest) / 100);
    if (distance <= farthest) continue;
    farthest = distance;
    striking = series;
  }
  return striking;
}

/** The last value at or before a moment; NaN where there is none. */
export function valueAt({ seconds, values }: MetricSeries, moment: number): number {
  let from = 0;
  let until = seconds.length;
  while (from < until) {
    const middle = (from + until) >> 1;
    if (seconds[middle] <= moment) from = middle + 1;
    else until = middle;
  }
  return from === 0 ? Number.NaN : values[from - 1];
}

/** With its unit. */
export function metricText(value: number, unit: string): string {
  if (Number.isNaN(value)) return '–';
  const known = knownUnit(unit);
  const text = quantityText(known === null ? Number(value.toPrecision(digits)) : value, known);
  return known !== null || unit === '' ? text : `${text} ${unit}`;
}

/** As an axis bears it: its unit stands beside the names. */
export function axisText(value: number, unit: string): string {
  const size = Math.abs(value);
  if (knownUnit(unit) !== null || !(size >= 1000))
    return metricText(value, knownUnit(unit) === null ? '' : unit);
  return `${value < 0 ? '-' : ''}${shortCount(size)}`;
}

const digits = 4;

function knownUnit(unit: string): 's' | 'B' | null {
  if (/^(b|bytes)$/i.test(unit)) return 'B';
  return /^(s|seconds)$/i.test(unit) ? 's' : null;
}
