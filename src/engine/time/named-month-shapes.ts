import { afterSpaces, colon, comma, dash, fourDigits, isDigit, slash, space, twoDigits, zero } from './ascii';
import { dateSeconds, dateSecondsWithoutYear } from './calendar';
import { applyZone, endsStamp, parseClock } from './clock';
import { applyRareDayHalf } from './day-half';
import { parseLooseClock } from './loose-clock';
import { isWeekdayAt, monthAt } from './month-name';
import { Certainty, type Instant, type TimeContext, type TimeShape } from './time-shape';

/** Year 0: left open. */
const noYear = 0;

function finish(
  bytes: Uint8Array,
  pos: number,
  end: number,
  year: number,
  month: number,
  day: number,
  out: Instant,
  context: TimeContext,
): number {
  const midnight =
    year === noYear
      ? dateSecondsWithoutYear(month, day, out.seconds, context.referenceSeconds)
      : dateSeconds(year, month, day);
  if (Number.isNaN(midnight) || !endsStamp(bytes, pos, end)) return -1;
  out.seconds += midnight;
  return pos;
}

/** Day of one or two digits, as a number; its width is told by `dayWidth`. */
function dayNumber(bytes: Uint8Array, pos: number, end: number): number {
  const two = twoDigits(bytes, pos, end);
  if (two >= 0) return two;
  return pos < end && isDigit(bytes[pos]) ? bytes[pos] - zero : -1;
}

function dayWidth(bytes: Uint8Array, pos: number, end: number): number {
  return twoDigits(bytes, pos, end) >= 0 ? 2 : 1;
}

/** RFC 3164: `Jun 14 15:16:01`, `Jun  9 06:06:20`; some devices add the year: `Jun 14 2024 15:16:01`. */
export const rfc3164: TimeShape = {
  name: 'rfc3164',
  certainty: Certainty.yearOpen,
  samples: [
    { text: 'Jan  2 03:04:05', time: '1767323045000000000' },
    { text: 'Jan 2 03:04:05', time: '1767323045000000000' },
    { text: 'Dec 31 23:59:59.5', time: '1767225599500000000' },
    { text: 'Jan 02 2024 03:04:05', time: '1704164645000000000' },
  ],
  parse(bytes, pos, end, out, context) {
    const month = monthAt(bytes, pos, end);
    if (month === 0 || bytes[pos + 3] !== space) return -1;
    const dayAt = afterSpaces(bytes, pos + 3, end);
    const day = dayNumber(bytes, dayAt, end);
    const gap = dayAt + dayWidth(bytes, dayAt, end);
    if (day < 0 || gap >= end || bytes[gap] !== space) return -1;
    const year = bytes[gap + 3] === colon ? noYear : fourDigits(bytes, gap + 1, end);
    const clockAt = year === noYear ? gap + 1 : gap + 6;
    if (year < 0 || (year !== noYear && bytes[gap + 5] !== space)) return -1;
    const after = parseClock(bytes, clockAt, end, colon, out);
    return after < 0 ? -1 : finish(bytes, after, end, year, month, day, out, context);
  },
};

/** C's asctime: `Sun Dec 04 04:47:44 2005`, with an optional fraction. */
export const asctime: TimeShape = {
  name: 'asctime',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: 'Tue Jan 02 03:04:05 2024', time: '1704164645000000000' },
    { text: 'Tue Jan  2 03:04:05.678901 2024', time: '1704164645678901000' },
    { text: 'Sat Feb 29 00:00:00 2020', time: '1582934400000000000' },
  ],
  parse(bytes, pos, end, out, context) {
    if (!isWeekdayAt(bytes, pos, end) || pos + 4 >= end || bytes[pos + 3] !== space) return -1;
    const month = monthAt(bytes, pos + 4, end);
    if (month === 0 || bytes[pos + 7] !== space) return -1;
    const dayAt = afterSpaces(bytes, pos + 7, end);
    const day = dayNumber(bytes, dayAt, end);
    const gap = dayAt + dayWidth(bytes, dayAt, end);
    if (day < 0 || gap >= end || bytes[gap] !== space) return -1;
    const after = parseClock(bytes, gap + 1, end, colon, out);
    const year = after < 0 || after >= end || bytes[after] !== space ? -1 : fourDigits(bytes, after + 1, end);
    return year <= 0 ? -1 : finish(bytes, after + 5, end, year, month, day, out, context);
  },
};

/** Where `13:55:36.123`, `01:55:36 PM`, `1:55:36 PM` ends, or -1. */
function halfDayClockEnd(bytes: Uint8Array, pos: number, end: number, out: Instant): number {
  const clockEnd = parseClock(bytes, pos, end, colon, out);
  return clockEnd < 0 ? parseLooseClock(bytes, pos, end, out) : applyRareDayHalf(bytes, clockEnd, end, out);
}

/** Apache's access log and its kin: `10/Oct/2000:13:55:36 -0700`, `10-Oct-2000 13:55:36.123`, `Tue, 10 Oct 2000 13:55:36 GMT`. */
export const dayMonthYear: TimeShape = {
  name: 'day-month-year',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: '02/Jan/2024:03:04:05 -0700', time: '1704189845000000000' },
    { text: '02-Jan-2024 03:04:05.678', time: '1704164645678000000' },
    { text: '02 Jan 2024 03:04:05,678', time: '1704164645678000000' },
    { text: '2 Jan 2024 03:04:05', time: '1704164645000000000' },
    { text: '02-Jan-2024 03:04:05 PM', time: '1704207845000000000' },
    { text: '2 Jan 2024 3:04:05 pm', time: '1704207845000000000' },
    { text: 'Tue, 2 Jan 2024 03:04:05 GMT', time: '1704164645000000000' },
  ],
  parse(bytes, pos, end, out, context) {
    const dayAt =
      isWeekdayAt(bytes, pos, end) && bytes[pos + 3] === comma ? afterSpaces(bytes, pos + 4, end) : pos;
    const day = dayNumber(bytes, dayAt, end);
    const monthStart = dayAt + dayWidth(bytes, dayAt, end) + 1;
    const month = day < 0 ? 0 : monthAt(bytes, monthStart, end);
    const separator = bytes[monthStart - 1];
    if (month === 0 || (separator !== slash && separator !== dash && separator !== space)) return -1;
    const year = fourDigits(bytes, monthStart + 4, end);
    const join = bytes[monthStart + 8];
    if (year <= 0 || bytes[monthStart + 3] !== separator || (join !== colon && join !== space)) return -1;
    const clockEnd = halfDayClockEnd(bytes, monthStart + 9, end, out);
    if (clockEnd < 0) return -1;
    return finish(bytes, applyZone(bytes, clockEnd, end, out), end, year, month, day, out, context);
  },
};
