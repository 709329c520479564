import {
  afterDigits,
  afterSpaces,
  colon,
  comma,
  fourDigits,
  isLetter,
  space,
  twoDigits,
  zero,
} from './ascii';
import { dateSeconds } from './calendar';
import { applyZone, endsStamp, parseClock } from './clock';
import { parseLooseClock } from './loose-clock';
import { isWeekdayAt, monthAt } from './month-name';
import { iso } from './numeric-shapes';
import { Certainty, type Instant, type TimeShape } from './time-shape';

/** `Fri 2026-06-12 09:41:07`: a weekday before an ISO stamp, as `journalctl -o short-full` and systemd write it. */
export const weekdayIso: TimeShape = {
  name: 'weekday-iso',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: 'Tue 2024-01-02 03:04:05 UTC', time: '1704164645000000000' },
    { text: 'Tue 2024-01-02 03:04:05.678901', time: '1704164645678901000' },
    { text: 'tue 2024/01/02 03:04:05 +0800', time: '1704135845000000000' },
  ],
  parse(bytes, pos, end, out, context) {
    if (!isWeekdayAt(bytes, pos, end) || pos + 4 >= end || bytes[pos + 3] !== space) return -1;
    return iso.parse(bytes, pos + 4, end, out, context);
  },
};

/** `Jan 2, 2024 3:04:05 AM`: java.util.logging and most spoken English; `Jan 2, 2024, 3:04:05 PM`. */
export const monthDayYear: TimeShape = {
  name: 'month-day-year',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: 'Jan 02, 2024 3:04:05 AM', time: '1704164645000000000' },
    { text: 'Jan 2, 2024, 12:04:05 pm', time: '1704197045000000000' },
    { text: 'Jan 2, 2024 03:04:05.678 UTC', time: '1704164645678000000' },
  ],
  parse(bytes, pos, end, out) {
    const month = monthAt(bytes, pos, end);
    const dayAt = month === 0 ? -1 : afterSpaces(bytes, pos + 3, end);
    if (dayAt < pos + 4) return -1;
    const dayEnd = afterDigits(bytes, dayAt, Math.min(end, dayAt + 2));
    const yearAt = afterSpaces(bytes, dayEnd + 1, end);
    const year = bytes[dayEnd] === comma ? fourDigits(bytes, yearAt, end) : -1;
    if (year <= 0) return -1;
    const gap = yearAt + 4 < end && bytes[yearAt + 4] === comma ? yearAt + 5 : yearAt + 4;
    const clockEnd = bytes[gap] === space ? parseLooseClock(bytes, gap + 1, end, out) : -1;
    if (clockEnd < 0) return -1;
    return finish(bytes, clockEnd, end, dateSeconds(year, month, dayNumber(bytes, dayAt, dayEnd)), out);
  },
};

/** What `date` and JavaScript print: `Tue Jan  2 03:04:05 UTC 2024`, `Tue Jan 02 2024 03:04:05 GMT+0800`. */
export const dateCommand: TimeShape = {
  name: 'date-command',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: 'Tue Jan  2 03:04:05 UTC 2024', time: '1704164645000000000' },
    { text: 'Tue Jan  2 03:04:05 CET 2024', time: '1704164645000000000' },
    { text: 'Tue Jan 02 03:04:05 +0800 2024', time: '1704135845000000000' },
    { text: 'Tue Jan 02 2024 03:04:05 GMT+0800', time: '1704135845000000000' },
    { text: 'Tue Jan 02 2024 03:04:05', time: '1704164645000000000' },
  ],
  parse(bytes, pos, end, out) {
    if (!isWeekdayAt(bytes, pos, end) || pos + 8 >= end || bytes[pos + 3] !== space) return -1;
    const month = monthAt(bytes, pos + 4, end);
    const dayAt = month === 0 || bytes[pos + 7] !== space ? end : afterSpaces(bytes, pos + 7, end);
    const dayEnd = afterDigits(bytes, dayAt, Math.min(end, dayAt + 2));
    if (dayEnd === dayAt || dayEnd >= end || bytes[dayEnd] !== space) return -1;
    const day = dayNumber(bytes, dayAt, dayEnd);
    return bytes[dayEnd + 3] === colon
      ? yearBehindZone(bytes, dayEnd + 1, end, month, day, out)
      : yearBeforeClock(bytes, dayEnd + 1, end, month, day, out);
  },
};

function yearBehindZone(
  bytes: Uint8Array,
  pos: number,
  end: number,
  month: number,
  day: number,
  out: Instant,
): number {
  const clockEnd = parseClock(bytes, pos, end, colon, out);
  if (clockEnd < 0 || clockEnd >= end || bytes[clockEnd] !== space) return -1;
  const applied = applyZone(bytes, clockEnd, end, out);
  const zoneEnd =
    applied > clockEnd ? applied : afterLetters(bytes, clockEnd + 1, Math.min(end, clockEnd + 6));
  if (zoneEnd === clockEnd + 1 || zoneEnd >= end || bytes[zoneEnd] !== space) return -1;
  const year = fourDigits(bytes, zoneEnd + 1, end);
  if (year <= 0 || !endsStamp(bytes, zoneEnd + 5, end)) return -1;
  return addMidnight(zoneEnd + 5, dateSeconds(year, month, day), out);
}

function yearBeforeClock(
  bytes: Uint8Array,
  pos: number,
  end: number,
  month: number,
  day: number,
  out: Instant,
): number {
  const year = fourDigits(bytes, pos, end);
  const clockEnd = year > 0 && bytes[pos + 4] === space ? parseClock(bytes, pos + 5, end, colon, out) : -1;
  return clockEnd < 0 ? -1 : finish(bytes, clockEnd, end, dateSeconds(year, month, day), out);
}

function finish(bytes: Uint8Array, pos: number, end: number, midnight: number, out: Instant): number {
  const after = applyZone(bytes, pos, end, out);
  return endsStamp(bytes, after, end) ? addMidnight(after, midnight, out) : -1;
}

function addMidnight(after: number, midnight: number, out: Instant): number {
  if (Number.isNaN(midnight)) return -1;
  out.seconds += midnight;
  return after;
}

function afterLetters(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (i < end && isLetter(bytes[i])) i++;
  return i;
}

/** The number that one or two digits write. */
function dayNumber(bytes: Uint8Array, pos: number, end: number): number {
  return end === pos + 2 ? twoDigits(bytes, pos, end) : bytes[pos] - zero;
}
