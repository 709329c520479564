import { tell } from '../../shared/tell';
import type { Section, SectionParts } from '../section';
import type { DataTable, Shown } from '../shown';
import { secondsOf } from '../time-words';
import { DrawnHeat } from './drawn-heat';
import { type HeatGrid, heatGrid } from './heat-grid';
import { type HourCells, hourCells } from './hour-cells';

const pictureWidth = 760;

/** When anomalies come: by hour and day, finer where the log is short. */
export function hoursSection({ model, frame }: SectionParts): Section {
  const drawn = new DrawnHeat(frame);

  return {
    shows: ['log', 'range', 'zone'],
    async refresh(): Promise<Shown> {
      const span = spanOf(model);
      const { log, zone } = model.state;
      if (log === null || span === null)
        return nothing(tell('No record has a time, so there are no hours to show.'));
      const cells = hourCells(log.findings.seconds, span.first, span.last, zone);
      const total = cells.counts.reduce((sum, count) => sum + count, 0);
      if (total === 0) return nothing(tell('There is no anomaly in this time.'));
      const grid = gridOf(cells, (row, column) => {
        const range = cells.rangeOf(row, column);
        if (range) model.setRange(range);
      });
      drawn.show(grid);
      const sentence = sentenceOf(cells, total);
      return {
        kind: 'content',
        sentence,
        tables: [tableOf(cells)],
        picture: () => heatGrid(grid, pictureWidth, sentence).picture,
      };
    },
  };

  function nothing(text: string): Shown {
    drawn.show(undefined);
    return { kind: 'empty', text };
  }
}

/** Seconds: of the range where one is set, else of the log. */
export function spanOf({
  range,
  state,
}: SectionParts['model']): { readonly first: number; readonly last: number } | null {
  const { log } = state;
  const first = range?.from ?? log?.firstTime ?? null;
  const last = range?.until ?? log?.lastTime ?? null;
  return first === null || last === null ? null : { first: secondsOf(first), last: secondsOf(last) };
}

function gridOf(cells: HourCells, press: HeatGrid['press']): HeatGrid {
  const rows = cells.grain === 'weekdays' ? weekdays() : cells.rows;
  const { columns, counts } = cells;
  return {
    rows,
    columns,
    counts,
    words: (row, column, count) => [
      cellName(cells, rows[row], column),
      count === 1 ? tell('1 anomaly') : tell('{0} anomalies', count),
    ],
    press,
  };
}

function cellName({ grain, columns }: HourCells, row: string, column: number): string {
  if (grain === 'minutes') return `${row.slice(0, 4)}${column}`;
  if (grain === 'fives') return `${row.slice(0, 2)}${columns[column]}`;
  return tell('{0}, {1} to {2} o’clock', row, String(column), String(column + 1));
}

function sentenceOf(cells: HourCells, total: number): string {
  const most = cells.counts.reduce((best, count, at) => (count > cells.counts[best] ? at : best), 0);
  const [row, column] = [Math.floor(most / cells.columns.length), most % cells.columns.length];
  const name = cellName(cells, cells.grain === 'weekdays' ? weekdays()[row] : cells.rows[row], column);
  return tell('{0} anomalies; most of them, {1}, at {2}.', total, cells.counts[most], name);
}

function tableOf({ rows, columns, counts, grain }: HourCells): DataTable {
  const names = grain === 'weekdays' ? weekdays() : rows;
  return {
    title: tell('Anomalies by Hour'),
    columns: [
      { title: tell('Time'), kind: 'text' },
      ...columns.map((title) => ({ title, kind: 'number' as const })),
    ],
    rows: names.map((name, row) => [
      name,
      ...counts.subarray(row * columns.length, (row + 1) * columns.length),
    ]),
  };
}

function weekdays(): readonly string[] {
  return [
    tell('Monday'),
    tell('Tuesday'),
    tell('Wednesday'),
    tell('Thursday'),
    tell('Friday'),
    tell('Saturday'),
    tell('Sunday'),
  ];
}
