import { dateOrderOf } from '../formats/date-order';
import type { ReadContext } from '../formats/format';
import type { Sentence } from '../model/finding';
import { columnStatistics } from '../tables/column-statistics';
import { rolesByValues } from '../tables/roles-by-values';
import { zoneOfStamp } from '../understanding/zone';
import { csvProblems } from './csv-problems';
import { type HeadRows, headRows } from './csv-rows-of-head';
import { kindOfCell } from './metric-value';
import { numberedColumn } from './numbered-column';

const encoder = new TextEncoder();

/** What the columns of a table of figures are for; a number is a column's place, -1 where there is none. */
export interface CsvLayout {
  readonly delimiter: number;
  readonly names: readonly string[];
  /** Lines before the first row, that of the names among them. */
  readonly linesBefore: number;
  readonly time: TimeColumns;
  /** Hold figures. */
  readonly values: readonly number[];
  /** Hold text, or number what is measured: rows that differ in it are of different series. */
  readonly labels: readonly number[];
  /** Of a long table (one figure a row): names the series. */
  readonly metric: number;
  readonly unit: number;
  readonly context: ReadContext;
  /** Its times name no zone. */
  readonly zoneOpen: boolean;
}

export interface TimeColumns {
  readonly time: number;
  /** The time of day where `time` holds the date alone. */
  readonly clock: number;
  readonly dateOnly: boolean;
}

/** Cells of a column of figures that must be numbers. */
const mostNumbers = 0.9;
const metricNames = /^(?:metric|metric_?name|name|measurement|series|counter|_field|__name__|指标)$/i;
const valueNames = /^(?:value|val|_value|v|值|数值)$/i;
const unitNames = /^(?:unit|units|uom|单位)$/i;
/** Of a column of bare numbers that are an epoch's. */
const epochNames = /(?:time|epoch|unix|date|^ts)/i;

/** From the first lines of a file. */
export function csvLayoutOf(
  head: readonly Uint8Array[],
  referenceSeconds: number,
  file: string,
): CsvLayout | Sentence {
  const rows = headRows(head, referenceSeconds);
  if (typeof rows === 'string') return csvProblems[rows](file);
  const context = { referenceSeconds, dayFirst: dateOrderOf(rows.lines, referenceSeconds)?.dayFirst };
  const time = timeColumns(rows, context);
  if (time.time < 0) return csvProblems.noTime(file, rows.names);
  const others = rows.names.map((_, i) => i).filter((i) => i !== time.time && i !== time.clock);
  const values = others.filter((i) => isOfNumbers(rows, i));
  const commas = others.flatMap((i) => cellWithCommas(rows, i) ?? [])[0];
  if (commas) return csvProblems.commas(file, rows.names[commas.column], commas.cell);
  if (values.length === 0) return csvProblems.noValues(file);
  const { names, delimiter, linesBefore } = rows;
  const texts = others.filter((i) => !values.includes(i));
  const keys = [time.time, time.clock, ...texts].filter((i) => i >= 0);
  const numbered = numberedColumn(rows, keys, values);
  const figures = values.filter((i) => i !== numbered);
  if (numbered >= 0) texts.push(numbered);
  const zoneOpen = isZoneOpen(rows, time, context);
  return { delimiter, names, linesBefore, time, context, zoneOpen, ...rolesOfTexts(names, figures, texts) };
}

function rolesOfTexts(names: readonly string[], values: readonly number[], texts: readonly number[]) {
  const figure = values.length === 1 ? values : values.filter((i) => valueNames.test(names[i]));
  const metric = figure.length === 1 ? (texts.find((i) => metricNames.test(names[i])) ?? -1) : -1;
  const unit = texts.find((i) => unitNames.test(names[i])) ?? -1;
  const labels = texts.filter((i) => i !== metric && i !== unit);
  return { values: metric < 0 ? values : figure, labels, metric, unit };
}

/** As a table of records has them; bare numbers of an epoch where the column's name says something of time. */
function timeColumns({ names, cells }: HeadRows, context: ReadContext): TimeColumns {
  const statistics = names.map((_, i) => columnStatistics(cells, i, context));
  const { time, clock, dateOnly } = rolesByValues(names, statistics, false);
  if (time >= 0) return { time, clock, dateOnly };
  const epoch = names.findIndex((name, i) => {
    const { times, filled } = statistics[i];
    return epochNames.test(name) && filled > 0 && times >= filled * mostNumbers;
  });
  return { time: epoch, clock: -1, dateOnly: false };
}

function isZoneOpen(
  { cells }: HeadRows,
  { time, clock, dateOnly }: TimeColumns,
  context: ReadContext,
): boolean {
  if (clock >= 0 || dateOnly) return true;
  const first = cells.map((row) => row[time]?.trim() ?? '').find((cell) => cell !== '');
  const bytes = encoder.encode(first ?? '');
  return zoneOfStamp(bytes, 0, bytes.length, context) === 'local';
}

function isOfNumbers({ cells }: HeadRows, column: number): boolean {
  const kinds = cells.map((row) => kindOfCell(row[column] ?? '')).filter((kind) => kind !== 'missing');
  return kinds.filter((kind) => kind === 'number').length >= kinds.length * mostNumbers;
}

/** In a column that would be one of numbers with them. */
function cellWithCommas(rows: HeadRows, column: number) {
  const cells = rows.cells.map((row) => row[column] ?? '');
  const kinds = cells.map(kindOfCell);
  const at = kinds.indexOf('commas');
  return at >= 0 && !kinds.includes('text') ? { column, cell: cells[at] } : undefined;
}
