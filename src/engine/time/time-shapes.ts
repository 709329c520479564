import { isDigit, isLetter } from './ascii';
import { epoch } from './epoch-shape';
import { asctime, dayMonthYear, rfc3164 } from './named-month-shapes';
import { compact, iso, klogTime, monthDay, packed, shortYear } from './numeric-shapes';
import type { Instant, TimeContext, TimeShape } from './time-shape';

/** In order of trial: a longer shape stands before one that could read its beginning. */
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
];

const shapesByLetter = [rfc3164, asctime, dayMonthYear];
const shapesByDigit = timeShapes.filter((shape) => shape !== rfc3164 && shape !== asctime);

/** Reads the time stamp that begins at `pos`, whatever its shape, and answers where it ends, or -1 (`out` undefined). */
export function parseTime(
  bytes: Uint8Array,
  pos: number,
  end: number,
  out: Instant,
  context: TimeContext,
): number {
  for (const shape of shapesBeginningWith(bytes, pos, end)) {
    const after = shape.parse(bytes, pos, end, out, context);
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
  if (pos >= end) return [];
  if (isDigit(bytes[pos])) return shapesByDigit;
  return isLetter(bytes[pos]) ? shapesByLetter : [];
}
