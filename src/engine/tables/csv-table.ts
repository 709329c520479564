import type { ReadContext } from '../formats/format';
import { recogniseFormats } from '../formats/recognise';
import { roleOfName } from './column-names';
import { type ColumnStatistics, columnStatistics } from './column-statistics';
import { rolesByValues } from './roles-by-values';
import { columnOf, type Table } from './table';

/** A row of the head as text. */
export type Row = readonly string[];

/** Rows that must have the width of the table; the others hold unquoted delimiters, or are cut. */
const fittingShare = 0.9;
/** Without names the rows alone must say that it is a table, and more of them. */
const bareFittingShare = 0.98;
const fewestBareRows = 10;
/** Without a time and names we know, so many rows must agree. */
const fewestNamelessRows = 5;
const fewestColumns = 3;
/** Text with more different values than this share of the rows has no kinds. */
const variedShare = 0.2;
const fewestVaried = 20;

/** Where the first row names the columns; undefined where it does not. */
export function namedTable(
  [names = [], ...rows]: readonly Row[],
  delimiter: string,
  context: ReadContext,
): Table | undefined {
  if (names.length < 2 || !names.every(isName) || new Set(names).size < names.length) return undefined;
  const width = widthOf(rows);
  // Event Viewer names all columns but the last, the message.
  if (rows.length === 0 || width < names.length || width > names.length + 1) return undefined;
  const columns = width > names.length ? [...names, 'message'] : names;
  if (shareOf(rows, (row) => row.length >= width) < fittingShare) return undefined;
  const statistics = columns.map((_, i) => columnStatistics(rows, i, context));
  const table = tableOf(columns, statistics, rows.length, delimiter);
  return isTable(table, rows) ? table : undefined;
}

/** A table without names: even rows with a column of times, and no format we know. */
export function bareTable(
  rows: readonly Row[],
  lines: readonly Uint8Array[],
  delimiter: string,
  context: ReadContext,
): Table | undefined {
  const width = widthOf(rows);
  if (rows.length < fewestBareRows || width < fewestColumns) return undefined;
  if (shareOf(rows, (row) => row.length === width) < bareFittingShare) return undefined;
  const statistics = Array.from({ length: width }, (_, i) => columnStatistics(rows, i, context));
  const table = tableOf([], statistics, rows.length, delimiter);
  if (table.roles.time < 0 || statistics[table.roles.time].filled < rows.length * bareFittingShare)
    return undefined;
  return recogniseFormats(lines, context).name === 'text' ? table : undefined;
}

function tableOf(
  names: readonly string[],
  statistics: readonly ColumnStatistics[],
  rows: number,
  delimiter: string,
): Table {
  const isWindows = isOfWindows(names);
  const textual = delimiter === '\t' ? 'tsv' : 'csv';
  return {
    name: isWindows ? 'windows-events' : textual,
    delimiter: delimiter.charCodeAt(0),
    columns: statistics.map((column, i) =>
      columnOf(names[i] ?? '', isVaried(column, rows) ? 'quoted' : 'bare'),
    ),
    roles: rolesByValues(names, statistics, isWindows),
  };
}

/** A name is short and of words; what a log's first line holds between commas is not. */
function isName(text: string): boolean {
  return (
    text.length <= 64 &&
    /\p{L}/u.test(text) &&
    /^[\p{L}@_$#][\p{L}\p{M}\p{N} _.:@$#/()%*-]*$/u.test(text.trim()) &&
    text.trim().split(/\s+/).length <= 4
  );
}

function isTable({ roles, columns }: Table, rows: readonly Row[]): boolean {
  const known = columns.filter(({ name }) => roleOfName(name) !== undefined).length;
  if (columns.length < fewestColumns)
    return roles.time >= 0 && roles.message >= 0 && known === columns.length;
  if (roles.time >= 0 || known >= 2) return true;
  return rows.length >= fewestNamelessRows && shareOf(rows, hasNumber) >= fittingShare;
}

function hasNumber(row: Row): boolean {
  return row.some((value) => /^-?\d+(?:\.\d+)?$/.test(value));
}

/** The width most rows have. */
function widthOf(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

function shareOf(rows: readonly Row[], holds: (row: Row) => boolean): number {
  return rows.filter(holds).length / rows.length;
}

function isVaried({ numbers, filled, distinct }: ColumnStatistics, rows: number): boolean {
  return numbers < filled && distinct > Math.max(fewestVaried, rows * variedShare);
}

const windowsNames = [
  ['id', 'eventid', 'event id', '事件 id'],
  ['source', 'providername', 'provider', '来源'],
  ['level', 'leveldisplayname', 'keywords', 'keywordsdisplaynames', '级别', '关键字'],
];

/** Of these nobody else calls a column. */
const windowsOwn = [
  'event id',
  '事件 id',
  'providername',
  'leveldisplayname',
  'task category',
  'timecreated',
];

/** What Event Viewer and `Get-WinEvent | Export-Csv` call their columns. */
function isOfWindows(names: readonly string[]): boolean {
  const lower = new Set(names.map((name) => name.trim().toLowerCase()));
  return [...windowsNames, windowsOwn].every((some) => some.some((name) => lower.has(name)));
}
