import { afterDigits, afterSpaces, comma, dash, dot, fourDigits, isDigit, slash, space, zero } from './ascii';
import { dateSeconds } from './calendar';
import { applyZone, endsStamp } from './clock';
import { parseLooseClock } from './loose-clock';
import { Certainty, type TimeShape } from './time-shape';

const upperT = 0x54;

/** A date of two numbers and a year; which is the day, `separator` or the log as a whole tells. */
export interface NumericDate {
  first: number;
  second: number;
  year: number;
  /** `.`, `/` or `-`. */
  separator: number;
}

/** Reads `21.11.2026`, `11/21/2026`, `1-2-2026` into `out`: where it ends, or -1. */
export function parseNumericDate(bytes: Uint8Array, pos: number, end: number, out: NumericDate): number {
  const firstEnd = afterDigits(bytes, pos, Math.min(end, pos + 3));
  const secondAt = firstEnd + 1;
  const secondEnd = afterDigits(bytes, secondAt, Math.min(end, secondAt + 3));
  out.first = smallNumber(bytes, pos, firstEnd);
  out.second = smallNumber(bytes, secondAt, secondEnd);
  if (out.first < 1 || out.second < 1 || secondEnd + 5 > end) return -1;
  out.separator = bytes[firstEnd];
  if (out.separator !== slash && out.separator !== dot && out.separator !== dash) return -1;
  if (bytes[secondEnd] !== out.separator) return -1;
  out.year = fourDigits(bytes, secondEnd + 1, end);
  return out.year < 1 ? -1 : secondEnd + 5;
}

/** A number of one or two digits, or -1. */
function smallNumber(bytes: Uint8Array, pos: number, end: number): number {
  if (end === pos + 1) return bytes[pos] - zero;
  return end === pos + 2 ? (bytes[pos] - zero) * 10 + bytes[pos + 1] - zero : -1;
}

/** Where the time of day begins behind a date: ` `, `, `, `T`, `-`; -1 where none can. */
export function clockAfterDate(bytes: Uint8Array, pos: number, end: number): number {
  if (pos >= end) return -1;
  const first = bytes[pos];
  if (first === upperT || first === dash) return pos + 1;
  const from = first === comma ? pos + 1 : pos;
  const at = afterSpaces(bytes, from, end);
  return at < end && (at > from || first === comma) && isDigit(bytes[at]) ? at : -1;
}

/** The day stands first behind dots, or where the log says so; where that gives no month, it is the other way round. */
function isDayFirst({ first, second, separator }: NumericDate, dayFirst: boolean | undefined): boolean {
  if (separator === dot || first > 12) return true;
  return second <= 12 && dayFirst === true;
}

const date: NumericDate = { first: 0, second: 0, year: 0, separator: space };

/**
 * `21.11.2026 13:05:07`, `11/21/2026 1:05:07 PM`, `21/11/2026, 13:05`. Slashes and dashes stand for either order:
 * `TimeContext.dayFirst` decides, the month is first where it is left open.
 */
export const numericDate: TimeShape = {
  name: 'numeric-date',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: '02.01.2024 03:04:05', time: '1704164645000000000' },
    { text: '2.1.2024 3:04:05,678', time: '1704164645678000000' },
    { text: '01/02/2024 3:04:05 AM', time: '1704164645000000000' },
    { text: '1/2/2024 12:04:05.5 pm', time: '1704197045500000000' },
    { text: '31/12/2023, 23:59', time: '1704067140000000000' },
    { text: '12-31-2023T23:59:59Z', time: '1704067199000000000' },
    { text: '01/02/2024 11:04:05 p.m. +0800', time: '1704207845000000000' },
  ],
  parse(bytes, pos, end, out, context) {
    const dateEnd = parseNumericDate(bytes, pos, end, date);
    const clockAt = dateEnd < 0 ? -1 : clockAfterDate(bytes, dateEnd, end);
    const clockEnd = clockAt < 0 ? -1 : parseLooseClock(bytes, clockAt, end, out);
    if (clockEnd < 0) return -1;
    const dayFirst = isDayFirst(date, context.dayFirst);
    const midnight = dayFirst
      ? dateSeconds(date.year, date.second, date.first)
      : dateSeconds(date.year, date.first, date.second);
    if (Number.isNaN(midnight)) return -1;
    out.seconds += midnight;
    const after = applyZone(bytes, clockEnd, end, out);
    return endsStamp(bytes, after, end) ? after : -1;
  },
};
