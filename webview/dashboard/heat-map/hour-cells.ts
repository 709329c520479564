import { zonedTime } from '../../../src/protocol/time-text';
import type { TimeRange } from '../terms';
import { nanosOf } from '../time-words';

/** How fine the cells are, by how long the log is: a grid that is almost empty says nothing. */
export type Grain = 'minutes' | 'fives' | 'hours' | 'weekdays';

export interface HourCells {
  readonly grain: Grain;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly counts: Uint32Array;
  /** Of a cell: its stretch of time; null where it holds many (a weekday's hour). */
  readonly rangeOf: (row: number, column: number) => TimeRange | null;
}

const minute = 60;
const hour = 3600;
const day = 86_400;
const week = 7;
/** Monday first; 1970-01-01 was a Thursday. */
const firstDay = 3;

interface Grid {
  readonly rowSeconds: number;
  readonly columnSeconds: number;
}

const grids: Readonly<Record<Exclude<Grain, 'weekdays'>, Grid>> = {
  minutes: { rowSeconds: 10 * minute, columnSeconds: minute },
  fives: { rowSeconds: hour, columnSeconds: 5 * minute },
  hours: { rowSeconds: day, columnSeconds: hour },
};

export function grainOf(seconds: number): Grain {
  if (seconds <= 3 * hour) return 'minutes';
  if (seconds <= 36 * hour) return 'fives';
  return seconds <= 31 * day ? 'hours' : 'weekdays';
}

/** `first`, `last`: seconds since the epoch between which cells stand; `times` outside are left out. In the zone's clock. */
export function hourCells(times: Iterable<number>, first: number, last: number, zone: string): HourCells {
  const grain = grainOf(last - first);
  const clock = (seconds: number) => seconds + offsetOf(seconds, zone);
  const clocks: number[] = [];
  for (const time of times) if (time >= first && time <= last) clocks.push(clock(time));
  if (grain === 'weekdays') return weekdayCells(clocks);
  return dayCells(clocks, clock(first), clock(last), offsetOf(first, zone), grain);
}

function dayCells(
  clocks: readonly number[],
  first: number,
  last: number,
  offset: number,
  grain: Exclude<Grain, 'weekdays'>,
): HourCells {
  const { rowSeconds, columnSeconds } = grids[grain];
  const begin = Math.floor(first / rowSeconds) * rowSeconds;
  const rows = Math.floor((last - begin) / rowSeconds) + 1;
  const columns = rowSeconds / columnSeconds;
  const counts = new Uint32Array(rows * columns);
  for (const clock of clocks) counts[Math.floor((clock - begin) / columnSeconds)]++;
  return {
    grain,
    rows: Array.from({ length: rows }, (_, row) => rowName(begin + row * rowSeconds, grain)),
    columns: Array.from({ length: columns }, (_, column) => columnName(column, grain)),
    counts,
    rangeOf: (row, column) => {
      const from = begin + row * rowSeconds + column * columnSeconds - offset;
      return { from: nanosOf(from), until: String(BigInt(nanosOf(from + columnSeconds)) - 1n) };
    },
  };
}

function weekdayCells(clocks: readonly number[]): HourCells {
  const counts = new Uint32Array(week * 24);
  for (const clock of clocks) {
    const weekday = (Math.floor(clock / day) + firstDay) % week;
    counts[((weekday + week) % week) * 24 + Math.floor((((clock % day) + day) % day) / hour)]++;
  }
  return {
    grain: 'weekdays',
    rows: Array.from({ length: week }, (_, weekday) => String(weekday)),
    columns: Array.from({ length: 24 }, (_, at) => columnName(at, 'hours')),
    counts,
    rangeOf: () => null,
  };
}

/** `2026-03-14`, or `09:10` of a shorter grid. */
function rowName(clock: number, grain: Grain): string {
  const text = new Date(clock * 1000).toISOString();
  return grain === 'hours' ? text.slice(0, 10) : text.slice(11, 16);
}

function columnName(column: number, grain: Grain): string {
  if (grain === 'minutes') return `+${column}`;
  if (grain === 'fives') return `:${String(column * 5).padStart(2, '0')}`;
  return String(column).padStart(2, '0');
}

function offsetOf(seconds: number, zone: string): number {
  const zoned = zonedTime(nanosOf(seconds), zone);
  if (!zoned) return 0;
  return Date.parse(`${zoned.date}T${zoned.clock}Z`) / 1000 - Math.floor(seconds);
}
