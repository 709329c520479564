import type { Sentence } from '../model/finding';
import { isDigit, isLetter, slash } from '../time/ascii';
import { dateSeconds } from '../time/calendar';
import { clockAfterDate, type NumericDate, parseNumericDate } from '../time/numeric-date-shape';
import type { ReadContext } from './format';

/** Dates stand near a line's start; what is further on is a payload's. */
const searchBytes = 128;
const secondsPerDay = 86_400;

/**
 * Whether a log writes the day before the month in dates such as 03/04/2026. Undefined where no line has such a date.
 * `told`: something in the head says so; else the month is taken to stand first.
 */
export interface DateOrder {
  readonly dayFirst: boolean;
  readonly told: boolean;
}

/**
 * Told by, in this order: a number above 12; dates that would lie in the future; dates that would be further apart the
 * other way round (a log's head is dense).
 */
export function dateOrderOf(head: readonly Uint8Array[], referenceSeconds: number): DateOrder | undefined {
  const dates = head.flatMap((line) => firstDate(line) ?? []);
  if (dates.length === 0) return undefined;
  const balance = impossible(dates) || future(dates, referenceSeconds) || apart(dates);
  return { dayFirst: balance > 0, told: balance !== 0 };
}

/** What the lines of `head` are read with; their date order is that of all lines of the log. */
export function datedContext(head: readonly Uint8Array[], context: ReadContext): ReadContext {
  return context.dayFirst === undefined
    ? contextBy(dateOrderOf(head, context.referenceSeconds), context)
    : context;
}

/** The same where the order of all lines of the log is known. */
export function contextBy(order: DateOrder | undefined, context: ReadContext): ReadContext {
  return order === undefined ? context : { ...context, dayFirst: order.dayFirst };
}

/** What people must be told where nothing tells the order. */
export function dateOrderNotes(order: DateOrder | undefined): Sentence[] {
  if (order === undefined || order.told) return [];
  return [
    {
      pattern: 'Dates such as {0} are read with the month first: the first lines of the log do not tell.',
      values: ['03/04/2026'],
    },
  ];
}

/** Above 0: for the day first; below: for the month. */
function impossible(dates: readonly NumericDate[]): number {
  return dates.filter(({ first }) => first > 12).length - dates.filter(({ second }) => second > 12).length;
}

function future(dates: readonly NumericDate[], referenceSeconds: number): number {
  const latest = referenceSeconds + secondsPerDay;
  const beyond = (read: (date: NumericDate) => number): number =>
    dates.filter((date) => read(date) > latest).length;
  return beyond(monthFirst) - beyond(dayFirst);
}

function apart(dates: readonly NumericDate[]): number {
  return span(dates.map(monthFirst)) - span(dates.map(dayFirst));
}

function span(seconds: readonly number[]): number {
  const valid = seconds.filter((value) => !Number.isNaN(value));
  return valid.reduce((most, value) => Math.max(most, value - valid[0]), 0);
}

const dayFirst = ({ year, first, second }: NumericDate): number => dateSeconds(year, second, first);
const monthFirst = ({ year, first, second }: NumericDate): number => dateSeconds(year, first, second);

/** The first date of either order that a time of day follows. */
function firstDate(line: Uint8Array): NumericDate | undefined {
  const limit = Math.min(line.length, searchBytes);
  const date: NumericDate = { first: 0, second: 0, year: 0, separator: slash };
  for (let i = 0; i < limit; i++) {
    if (!isDigit(line[i]) || (i > 0 && (isDigit(line[i - 1]) || isLetter(line[i - 1])))) continue;
    const after = parseNumericDate(line, i, line.length, date);
    if (after >= 0 && isOfEitherOrder(date) && clockAfterDate(line, after, line.length) >= 0) return date;
  }
  return undefined;
}

function isOfEitherOrder({ first, second, separator }: NumericDate): boolean {
  return separator !== 0x2e && first <= 31 && second <= 31 && (first <= 12 || second <= 12);
}
