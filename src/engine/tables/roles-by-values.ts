import { type ColumnRole, roleOfName } from './column-names';
import type { ColumnStatistics } from './column-statistics';
import type { LevelScale, TableRoles } from './table';

/** Values that must be what their column is for; some are empty, or `N/A`. */
const mostValues = 0.9;
/** Free text has words between blanks. */
const fewestWords = 2.5;

/** What the columns of a table are for, by their names (none where the table has no row of names) and their values. */
export function rolesByValues(
  names: readonly string[],
  columns: readonly ColumnStatistics[],
  isWindows: boolean,
): TableRoles {
  const named = columns.map((_, i) => roleOfName(names[i] ?? ''));
  const ranked = (role: ColumnRole, holds: (column: ColumnStatistics) => boolean): number[] =>
    columns
      .flatMap((column, i) => (named[i]?.role === role && holds(column) ? [i] : []))
      .sort((a, b) => (named[a]?.rank ?? 0) - (named[b]?.rank ?? 0));
  const time = timeOf(columns, ranked);
  const level =
    ranked('level', (column) => mostly(column.levels, column))[0] ??
    ranked('level', (column) => mostly(column.numbers, column))[0] ??
    columns.findIndex((column) => mostly(column.levels, column));
  const message = ranked('message', ({ filled }) => filled > 0)[0] ?? freeText(columns, time.time);
  return {
    ...time,
    level,
    scale: scaleOf(columns[level], isWindows),
    message,
    component: ranked('component', ({ filled }) => filled > 0).find((i) => i !== message) ?? -1,
    status: ranked('status', (column) => mostly(column.statuses, column))[0] ?? -1,
    keywords: ranked('keywords', ({ filled }) => filled > 0)[0] ?? -1,
  };
}

function mostly(count: number, { filled }: ColumnStatistics): boolean {
  return filled > 0 && count >= filled * mostValues;
}

/** A named column before another, a time stamp before a date; bare numbers are an epoch's only where their column says so. */
function timeOf(
  columns: readonly ColumnStatistics[],
  ranked: (role: ColumnRole, holds: (column: ColumnStatistics) => boolean) => number[],
): Pick<TableRoles, 'time' | 'clock' | 'dateOnly'> {
  const stamped = (column: ColumnStatistics) => mostly(column.times, column);
  const dated = (column: ColumnStatistics) => mostly(column.dates, column) && !mostly(column.numbers, column);
  const [stamp = -1] = [
    ...ranked('time', stamped),
    ...ranked('date', stamped),
    ...indexesOf(columns, (column) => stamped(column) && !mostly(column.numbers, column)),
  ];
  if (stamp >= 0) return { time: stamp, clock: -1, dateOnly: false };
  const [date = -1] = [...ranked('date', dated), ...ranked('time', dated), ...indexesOf(columns, dated)];
  const [clock = -1] = indexesOf(columns, (column) => mostly(column.clocks, column));
  return date < 0 ? { time: -1, clock: -1, dateOnly: false } : { time: date, clock, dateOnly: clock < 0 };
}

function indexesOf(
  columns: readonly ColumnStatistics[],
  holds: (column: ColumnStatistics) => boolean,
): number[] {
  return columns.flatMap((column, i) => (holds(column) ? [i] : []));
}

/** The column with the longest text in words, or -1. */
function freeText(columns: readonly ColumnStatistics[], time: number): number {
  const lengths = columns.map((column, i) => (i !== time && column.words >= fewestWords ? column.length : 0));
  const longest = Math.max(...lengths);
  return longest > 0 ? lengths.indexOf(longest) : -1;
}

function scaleOf(level: ColumnStatistics | undefined, isWindows: boolean): LevelScale {
  if (isWindows) return 'windows';
  return level !== undefined && level.largestNumber >= 10 ? 'tens' : 'syslog';
}
