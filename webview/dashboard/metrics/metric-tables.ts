import type { MetricSeries } from '../../../src/protocol/metrics';
import { tell } from '../../shared/tell';
import type { Cell, DataTable } from '../shown';
import { momentText, nanosOf } from '../time-words';
import { type MetricRow, summaryOf } from './metric-rows';

/** Each series in short, then its points. */
export function metricTables(
  rows: readonly MetricRow[],
  all: readonly MetricSeries[],
  zone: string,
): readonly DataTable[] {
  return [summaryTable(all, zone), ...rows.map((row) => pointsTable(row, zone))];
}

function summaryTable(all: readonly MetricSeries[], zone: string): DataTable {
  return {
    title: tell('System Metrics'),
    columns: [
      { title: tell('Series'), kind: 'text' },
      { title: tell('Unit'), kind: 'text' },
      { title: tell('Lowest'), kind: 'number' },
      { title: tell('Median'), kind: 'number' },
      { title: tell('Highest'), kind: 'number' },
      { title: tell('Highest at'), kind: 'text' },
    ],
    rows: all.map((series) => {
      const summary = summaryOf(series);
      const ends: readonly Cell[] = summary
        ? [summary.lowest, summary.median, summary.highest, momentText(nanosOf(summary.highestAt), zone)]
        : [null, null, null, null];
      return [series.name, series.unit, ...ends];
    }),
  };
}

function pointsTable({ unit, series }: MetricRow, zone: string): DataTable {
  const seconds = [...new Set(series.flatMap((one) => [...one.seconds]))].sort((a, b) => a - b);
  const values = series.map(
    (one) => new Map(Array.from(one.seconds, (second, i) => [second, one.values[i]])),
  );
  return {
    title: unit === '' ? tell('Values') : tell('Values in {0}', unit),
    columns: [
      { title: tell('Time'), kind: 'text' },
      ...series.map(({ name }) => ({ title: name, kind: 'number' as const })),
    ],
    rows: seconds.map((second) => [
      momentText(nanosOf(second), zone, 1),
      ...values.map((one) => finite(one.get(second))),
    ]),
  };
}

function finite(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
