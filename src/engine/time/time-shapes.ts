import { afterDigits, isLetter } from './ascii';
import { chineseDate } from './chinese-date-shape';
import { epoch } from './epoch-shape';
import { isDateNameAt } from './month-name';
import { asctime, dayMonthYear, rfc3164 } from './named-month-shapes';
import { numericDate } from './numeric-date-shape';
import { compact, iso, klogTime, monthDay, packed, shortYear } from './numeric-shapes';
import { blankHour, dayMonth } from './old-server-shapes';
import type { Instant, TimeContext, TimeShape } from './time-shape';
import { dateCommand, monthDayYear, weekdayIso } from './weekday-shapes';

/** Every shape there is. No text is a stamp of two of them. */
export const timeShapes: readonly TimeShape[] = [
  iso,
  rfc3164,
  asctime,
  dayMonthYear,
  shortYear,
  monthDay,
  epoch,
  compact,
  packed,
  klogTime,
  numericDate,
  weekdayIso,
  monthDayYear,
  dateCommand,
  blankHour,
  dayMonth,
  chineseDate,
];

const none: readonly TimeShape[] = [];
const byLetter = [rfc3164, asctime, dayMonthYear, weekdayIso, monthDayYear, dateCommand];

/** By how many digits the stamp begins with: most shapes are ruled out before they are tried. */
const byDigits: readonly (readonly TimeShape[])[] = Array.from({ length: 20 }, () => none)
  .with(1, [dayMonthYear, numericDate])
  .with(2, [monthDay, shortYear, dayMonthYear, numericDate, dayMonth])
  .with(4, [iso, klogTime, blankHour, chineseDate])
  .with(6, [packed, blankHour])
  .with(8, [compact])
  .with(10, [epoch])
  .with(13, [epoch])
  .with(16, [epoch])
  .with(19, [epoch]);

/** Reads the time stamp that begins at `pos`, whatever its shape, and answers where it ends, or -1 (`out` undefined). */
export function parseTime(
  bytes: Uint8Array,
  pos: number,
  end: number,
  out: Instant,
  context: TimeContext,
): number {
  const shapes = shapesBeginningWith(bytes, pos, end);
  for (let i = 0; i < shapes.length; i++) {
    const after = shapes[i].parse(bytes, pos, end, out, context);
    if (after >= 0) return after;
  }
  return -1;
}

/** The shape of the time stamp that begins at `pos`, for a reader that tries it first on the lines that follow. */
export function timeShapeAt(
  bytes: Uint8Array,
  pos: number,
  end: number,
  context: TimeContext,
): TimeShape | undefined {
  const out: Instant = { seconds: 0, nanos: 0 };
  return shapesBeginningWith(bytes, pos, end).find(
    (shape) => shape.parse(bytes, pos, end, out, context) >= 0,
  );
}

function shapesBeginningWith(bytes: Uint8Array, pos: number, end: number): readonly TimeShape[] {
  if (pos >= end) return none;
  if (isLetter(bytes[pos])) return isDateNameAt(bytes, pos, end) ? byLetter : none;
  const digits = afterDigits(bytes, pos, Math.min(end, pos + byDigits.length)) - pos;
  return digits < byDigits.length ? byDigits[digits] : none;
}
