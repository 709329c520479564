import type { Sentence } from '../model/finding';
import { csvNotes } from './csv-problems';
import type { CsvRows, TextColumn } from './csv-rows';
import { withGaps } from './gaps';
import { namedUnit, seriesName, unitOfName } from './metric-names';
import { type MetricSeries, mostSeries, type ReadMetrics } from './metric-series';

/** A label set written by Prometheus's rules, in one cell. */
const ownBraces = /^\{.*\}$/;

/** Rows that differ in no text: one series a column of figures. */
interface Group {
  /** Of the first of its rows: what its texts are. */
  readonly first: number;
  /** In the order of time. */
  readonly rows: number[];
}

/** The rows as series, in the order in which the file first names them. */
export function csvSeries(rows: CsvRows, file: string): ReadMetrics {
  const notes: Sentence[] = [];
  const labels = labelsThatTell(rows, file, notes);
  const groups = groupsOf(rows, labels);
  const series: MetricSeries[] = [];
  let found = 0;
  for (const group of groups) {
    const columns = columnsOf(rows, group.rows);
    const repeated = columns.kept.length < group.rows.length;
    for (let place = 0; place < rows.values.length; place++) {
      const one = seriesOf(rows, group, columns, place, labels);
      if (one === undefined || found++ >= mostSeries) continue;
      series.push(one);
      if (repeated && notes.length < mostSeries) notes.push(csvNotes.sameTime(file, one.name));
    }
  }
  if (found > mostSeries) notes.push(csvNotes.tooManySeries(file, found, mostSeries));
  return { series, notes };
}

/** Those that are not the same in all rows, and not another in each. */
function labelsThatTell({ layout, texts }: CsvRows, file: string, notes: Sentence[]): readonly number[] {
  return layout.labels.filter((column) => {
    const { isFreeText, texts: different } = texts.get(column) as TextColumn;
    if (isFreeText) notes.push(csvNotes.freeText(file, layout.names[column]));
    return !isFreeText && different.length > 1;
  });
}

function groupsOf(rows: CsvRows, labels: readonly number[]): readonly Group[] {
  const { layout, seconds, texts } = rows;
  const keys = layout.metric < 0 ? labels : [layout.metric, ...labels];
  const codes = keys.map((column) => (texts.get(column) as TextColumn).codes.all);
  const groups = new Map<string, Group>();
  for (let row = 0; row < seconds.length; row++) {
    const key = codes.map((column) => column[row]).join(' ');
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { first: row, rows: [row] });
  }
  const times = seconds.all;
  for (const { rows: some } of groups.values()) sortByTime(some, times);
  return [...groups.values()];
}

/** Stable, and nothing to do for most files. */
function sortByTime(rows: number[], times: Float64Array): void {
  const isSorted = rows.every((row, i) => i === 0 || times[rows[i - 1]] <= times[row]);
  if (!isSorted) rows.sort((a, b) => times[a] - times[b] || a - b);
}

/** The times of a group, shared by its columns of figures. */
interface GroupColumns {
  /** Rows: each time once, the last of its rows. */
  readonly kept: Int32Array;
  readonly seconds: Float64Array;
}

function columnsOf(rows: CsvRows, some: readonly number[]): GroupColumns {
  const times = rows.seconds.all;
  const last = some.length - 1;
  const kept = Int32Array.from(some.filter((row, i) => i === last || times[some[i + 1]] !== times[row]));
  return { kept, seconds: taken(times, kept) };
}

/** Undefined where it has no figure at all. */
function seriesOf(
  rows: CsvRows,
  group: Group,
  { kept, seconds }: GroupColumns,
  place: number,
  labels: readonly number[],
): MetricSeries | undefined {
  const values = taken(rows.values[place].all, kept);
  if (values.every(Number.isNaN)) return undefined;
  return { ...nameOf(rows, group.first, place, labels), ...withGaps({ seconds, values }, null) };
}

function taken(column: Float64Array, places: Int32Array): Float64Array {
  const some = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) some[i] = column[places[i]];
  return some;
}

function nameOf(rows: CsvRows, row: number, place: number, labels: readonly number[]) {
  const { layout } = rows;
  const column = namedUnit(layout.names[layout.values[place]]);
  const metric = textOf(rows, layout.metric, row);
  const own = layout.metric < 0 ? column : namedUnit(metric);
  const pairs = labels.map((label) => [layout.names[label], textOf(rows, label, row)] as const);
  const filled = pairs.filter(([, text]) => text !== '');
  const said = textOf(rows, layout.unit, row);
  const unit = said === '' ? own.unit : unitOfName(`x_${said}`) || said.slice(0, 12);
  const [only] = filled;
  const name =
    filled.length === 1 && ownBraces.test(only[1])
      ? seriesName(own.name + only[1], [], '')
      : seriesName(own.name, filled, column.name);
  return { name, unit };
}

function textOf({ texts }: CsvRows, column: number, row: number): string {
  const of = texts.get(column);
  return of === undefined ? '' : (of.texts[of.codes.all[row]] ?? '');
}
