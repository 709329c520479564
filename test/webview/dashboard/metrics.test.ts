import { describe, expect, test } from 'vitest';
import type { MetricSeries } from '../../../src/protocol/metrics';
import {
  axisText,
  metricRows,
  metricText,
  mostStriking,
  summaryOf,
  valueAt,
} from '../../../webview/dashboard/metrics/metric-rows';
import { metricTables } from '../../../webview/dashboard/metrics/metric-tables';

const series = (name: string, unit: string, values: readonly number[]): MetricSeries => ({
  name,
  unit,
  seconds: Float64Array.from(values, (_, i) => 1_700_000_000 + i * 30),
  values: Float64Array.from(values),
});
const nothing = Number.NaN;

describe('metrics beside the log', () => {
  test('stand in a row a unit, from 0 where nothing is below', () => {
    const rows = metricRows([
      series('cpu a', '%', [20, 30]),
      series('memory', 'bytes', [1e9, 2e9]),
      series('cpu b', '%', [nothing, 90]),
      series('drift', 'ms', [-4, -2]),
    ]);
    expect(rows.map(({ unit, series: shown, min, max }) => [unit, shown.length, min, max])).toEqual([
      ['%', 2, 0, 90],
      ['bytes', 1, 0, 2e9],
      ['ms', 1, -4, -2],
    ]);
  });

  test('that never move, or have no value, still have a height to be drawn in', () => {
    for (const values of [[0, 0], [nothing], []]) {
      const [{ min, max }] = metricRows([series('flat', '', values)]);
      expect(max).toBeGreaterThan(min);
    }
  });

  test('are drawn as far as lines can be told apart, and the rest is counted', () => {
    const [row] = metricRows(Array.from({ length: 20 }, (_, i) => series(`core ${i}`, '%', [i])));
    expect([row.series.length, row.left]).toEqual([8, 12]);
  });

  test('are summed up without what is missing', () => {
    expect(summaryOf(series('x', '', [3, nothing, 9, 1]))).toEqual({
      lowest: 1,
      median: 3,
      highest: 9,
      highestAt: 1_700_000_060,
    });
    expect(summaryOf(series('x', '', [nothing]))).toBeNull();
  });

  test('the most striking is the one farthest from its own usual', () => {
    const calm = series('large but calm', 'ms', [900, 1000, 950, 980]);
    const spike = series('small with a spike', 'ms', [2, 3, 2, 90]);
    expect(mostStriking([calm, spike])?.name).toBe('small with a spike');
    expect(mostStriking([series('flat', '', [5, 5])])).toBeUndefined();
  });

  const moments: readonly [seconds: number, value: number][] = [
    [-1, nothing],
    [0, 5],
    [29, 5],
    [30, 7],
    [999, 7],
  ];
  test.each(moments)('after %d s it is %d', (after, value) => {
    expect(valueAt(series('x', '', [5, 7]), 1_700_000_000 + after)).toBe(value);
  });

  const texts: readonly [value: number, unit: string, text: string, axis: string][] = [
    [1020, 'ms', '1,020 ms', '1k'],
    [37.123456, '%', '37.12 %', '37.12'],
    [2_144_000_000, 'bytes', '2.144 GB', '2.144 GB'],
    [0.25, 's', '250 ms', '250 ms'],
    [-2500, '', '-2,500', '-2.5k'],
    [nothing, '%', '–', '–'],
  ];
  test.each(texts)('%d %s', (value, unit, text, axis) => {
    expect([metricText(value, unit), axisText(value, unit)]).toEqual([text, axis]);
  });

  test('as tables: each in short, then points of a unit side by side', () => {
    const all = [series('a', '%', [1, 2]), series('b', '%', [nothing, 4])];
    const [short, points] = metricTables(metricRows(all), all, 'UTC');
    expect(short.rows).toEqual([
      ['a', '%', 1, 1, 2, '2023-11-14 22:13:50'],
      ['b', '%', 4, 4, 4, '2023-11-14 22:13:50'],
    ]);
    expect(points.rows.map((row) => row.slice(1))).toEqual([
      [1, null],
      [2, 4],
    ]);
  });
});
