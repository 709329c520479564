import type { MetricSeries } from './metric-series';
import { thinnedPlaces } from './thinned';

export interface SecondsWindow {
  /** Since the epoch, with a fraction. */
  readonly from: number;
  readonly until: number;
  /** Points wanted of each series. */
  readonly points: number;
}

const fewestPoints = 8;
const mostPoints = 2000;

/** Asked for too few a curve has no shape; more than a screen has pixels are of no use. */
export function boundedPoints(points: number): number {
  return Math.min(mostPoints, Math.max(fewestPoints, Math.floor(points)));
}

/**
 * What of a series is drawn in a window: its points there, thinned without losing an extreme or a long gap, and one point before and
 * one behind them, so that lines reach the edges. Undefined where it has no value there.
 */
export function windowed(series: MetricSeries, window: SecondsWindow): MetricSeries | undefined {
  const from = lowerBound(series.seconds, window.from);
  const until = lowerBound(series.seconds, window.until);
  const cut = (column: Float64Array) => column.subarray(Math.max(0, from - 1), until + 1);
  const [seconds, values] = [cut(series.seconds), cut(series.values)];
  const isElsewhere = from === series.seconds.length || until === 0;
  if (isElsewhere || values.every(Number.isNaN)) return undefined;
  const places = thinnedPlaces(seconds, values, boundedPoints(window.points));
  return {
    ...series,
    seconds: Float64Array.from(places, (place) => seconds[place]),
    values: Float64Array.from(places, (place) => values[place]),
  };
}

/** The first place of a time that is `limit` or later. */
function lowerBound(seconds: Float64Array, limit: number): number {
  let [low, high] = [0, seconds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seconds[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
