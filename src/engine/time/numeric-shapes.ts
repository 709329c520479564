import {
  afterDigits,
  colon,
  dash,
  dot,
  fourDigits,
  slash,
  space,
  twoDigits,
  underscore,
  zero,
} from './ascii';
import { dateSeconds, dateSecondsWithoutYear } from './calendar';
import { applyZone, endsStamp, parseClock, parseFraction } from './clock';
import { applyRareDayHalf } from './day-half';
import { LastMinute } from './last-minute';
import { Certainty, type Instant, type TimeContext, type TimeShape } from './time-shape';

const upperT = 0x54;
const lowerT = 0x74;

/** Adds the zone and the date's midnight to the time of day in `out`; -1 where the date is none or the stamp runs on. */
function finish(bytes: Uint8Array, pos: number, end: number, midnight: number, out: Instant): number {
  if (Number.isNaN(midnight) || pos < 0) return -1;
  out.seconds += midnight;
  const after = applyZone(bytes, applyRareDayHalf(bytes, pos, end, out), end, out);
  return endsStamp(bytes, after, end) ? after : -1;
}

/** ISO 8601, RFC 3339 and their kin: `2024-01-02T03:04:05.678Z`, `2024/01/02 03:04:05`, `2005-06-03-15.42.50.675872`. */
export const iso: TimeShape = {
  name: 'iso',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: '2024-01-02T03:04:05Z', time: '1704164645000000000' },
    { text: '2024-01-02 03:04:05,678', time: '1704164645678000000' },
    { text: '2024-01-02_03:04:05.123456789+02:00', time: '1704157445123456789' },
    { text: '2024-01-02T03:04:05.5-0330', time: '1704177245500000000' },
    { text: '2024-01-02T03:04:05+09', time: '1704132245000000000' },
    { text: '2024/01/02 03:04:05 +0000', time: '1704164645000000000' },
    { text: '2024.01.02 03:04:05.1 UTC', time: '1704164645100000000' },
    { text: '2024-01-02-03.04.05.675872', time: '1704164645675872000' },
    { text: '2024/01/02:03:04:05.455', time: '1704164645455000000' },
    { text: '2024-01-02 03:04:05 PM', time: '1704207845000000000' },
    { text: '2024-01-02 12:04:05.678 am', time: '1704153845678000000' },
    { text: '2016-12-31T23:59:60Z', time: '1483228800000000000' },
  ],
  parse(bytes, pos, end, out) {
    if (pos + 19 > end) return -1;
    if (!isoMinute.isAt(bytes, pos) && !readIsoMinute(bytes, pos, end)) return -1;
    const second = twoDigits(bytes, pos + 17, end);
    if (bytes[pos + 16] !== bytes[pos + 13] || second < 0 || second > 60) return -1;
    out.seconds = isoMinute.seconds + second;
    const clockEnd = applyRareDayHalf(bytes, parseFraction(bytes, pos + 19, end, out), end, out);
    const after = applyZone(bytes, clockEnd, end, out);
    return endsStamp(bytes, after, end) ? after : -1;
  },
};

const isoMinute = new LastMinute('2024-01-02T03:04'.length);

/** Reads date, hour and minute into `isoMinute`; false where they are none. */
function readIsoMinute(bytes: Uint8Array, pos: number, end: number): boolean {
  const year = fourDigits(bytes, pos, end);
  const separator = bytes[pos + 4];
  if (year < 0 || (separator !== dash && separator !== slash && separator !== dot)) return false;
  if (bytes[pos + 7] !== separator || !joinsDateAndTime(bytes[pos + 10])) return false;
  const midnight = dateSeconds(year, twoDigits(bytes, pos + 5, end), twoDigits(bytes, pos + 8, end));
  const hour = twoDigits(bytes, pos + 11, end);
  const minute = twoDigits(bytes, pos + 14, end);
  if (Number.isNaN(midnight) || (bytes[pos + 13] !== colon && bytes[pos + 13] !== dot)) return false;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return false;
  isoMinute.remember(bytes, pos, midnight + hour * 3600 + minute * 60);
  return true;
}

function joinsDateAndTime(byte: number): boolean {
  return (
    byte === space ||
    byte === upperT ||
    byte === lowerT ||
    byte === underscore ||
    byte === dash ||
    byte === colon
  );
}

/** Milliseconds of up to three digits behind a colon: where they end, `pos` where there are none. */
function afterColonMillis(bytes: Uint8Array, pos: number, end: number, out: Instant): number {
  if (pos < 0 || pos >= end || bytes[pos] !== colon || out.nanos !== 0) return pos;
  const after = afterDigits(bytes, pos + 1, Math.min(end, pos + 5));
  const digits = after - pos - 1;
  if (digits < 1 || digits > 3) return pos;
  for (let i = pos + 1; i < after; i++) out.nanos = out.nanos * 10 + bytes[i] - zero;
  out.nanos *= 1_000_000;
  return after;
}

/** ISO 8601's basic form and its kin: `20240102T030405Z`, `20240102-03:04:05:678`. */
export const compact: TimeShape = {
  name: 'compact',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: '20240102T030405Z', time: '1704164645000000000' },
    { text: '20240102 03:04:05.678', time: '1704164645678000000' },
    { text: '20240102-030405', time: '1704164645000000000' },
    { text: '20240102-03:04:05:678', time: '1704164645678000000' },
  ],
  parse(bytes, pos, end, out) {
    const year = fourDigits(bytes, pos, end);
    if (year < 0 || pos + 15 > end || !joinsDateAndTime(bytes[pos + 8])) return -1;
    const midnight = dateSeconds(year, twoDigits(bytes, pos + 4, end), twoDigits(bytes, pos + 6, end));
    const clockSeparator = bytes[pos + 11] === colon ? colon : 0;
    const clockEnd = parseClock(bytes, pos + 9, end, clockSeparator, out);
    return finish(bytes, afterColonMillis(bytes, clockEnd, end, out), end, midnight, out);
  },
};

/** POSIX: two-digit years from 69 on are of the last century. */
export function fullYear(twoDigitYear: number): number {
  return twoDigitYear >= 69 ? 1900 + twoDigitYear : 2000 + twoDigitYear;
}

/** `17/06/09 20:10:40`: year, month, day. */
export const shortYear: TimeShape = {
  name: 'short-year',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: '24/01/02 03:04:05', time: '1704164645000000000' },
    { text: '24-01-02 03:04:05,678', time: '1704164645678000000' },
    { text: '70/01/01 00:00:01', time: '1000000000' },
  ],
  parse(bytes, pos, end, out) {
    const year = twoDigits(bytes, pos, end);
    const separator = bytes[pos + 2];
    if (
      year < 0 ||
      pos + 17 > end ||
      (separator !== slash && separator !== dash) ||
      bytes[pos + 5] !== separator
    )
      return -1;
    if (bytes[pos + 8] !== space) return -1;
    const midnight = dateSeconds(
      fullYear(year),
      twoDigits(bytes, pos + 3, end),
      twoDigits(bytes, pos + 6, end),
    );
    return finish(bytes, parseClock(bytes, pos + 9, end, colon, out), end, midnight, out);
  },
};

/** `081109 203615`. */
export const packed: TimeShape = {
  name: 'packed',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: '240102 030405', time: '1704164645000000000' },
    { text: '240102 03:04:05', time: '1704164645000000000' },
    { text: '991231 235959', time: '946684799000000000' },
  ],
  parse(bytes, pos, end, out) {
    const year = twoDigits(bytes, pos, end);
    if (year < 0 || pos + 13 > end || bytes[pos + 6] !== space) return -1;
    const midnight = dateSeconds(
      fullYear(year),
      twoDigits(bytes, pos + 2, end),
      twoDigits(bytes, pos + 4, end),
    );
    const clockSeparator = bytes[pos + 9] === colon ? colon : 0;
    return finish(bytes, parseClock(bytes, pos + 7, end, clockSeparator, out), end, midnight, out);
  },
};

/** Month and day in two digits each, `separator` between them or 0 for none, then the time: no year. */
function parseMonthDay(
  bytes: Uint8Array,
  pos: number,
  end: number,
  separator: number,
  out: Instant,
  context: TimeContext,
): number {
  const dayAt = separator === 0 ? pos + 2 : pos + 3;
  const month = twoDigits(bytes, pos, end);
  const day = twoDigits(bytes, dayAt, end);
  if (month < 0 || day < 0 || dayAt + 11 > end || bytes[dayAt + 2] !== space) return -1;
  const after = parseClock(bytes, dayAt + 3, end, colon, out);
  if (after < 0) return -1;
  return finish(
    bytes,
    after,
    end,
    dateSecondsWithoutYear(month, day, out.seconds, context.referenceSeconds),
    out,
  );
}

/** `03-17 16:13:38.811`, `10.30 16:49:06`, `10/30 16:49:06`. */
export const monthDay: TimeShape = {
  name: 'month-day',
  certainty: Certainty.yearOpen,
  samples: [
    { text: '01-02 03:04:05.678', time: '1767323045678000000' },
    { text: '11.22 12:00:00', time: '1763812800000000000' },
    { text: '02/29 00:00:00', time: '1709164800000000000' },
  ],
  parse(bytes, pos, end, out, context) {
    const separator = bytes[pos + 2];
    if (separator !== dash && separator !== dot && separator !== slash) return -1;
    return parseMonthDay(bytes, pos, end, separator, out, context);
  },
};

/** `0102 15:04:05.678901`. */
export const klogTime: TimeShape = {
  name: 'klog',
  certainty: Certainty.yearOpen,
  samples: [
    { text: '0102 03:04:05.678901', time: '1767323045678901000' },
    { text: '1121 00:00:00.000001', time: '1795219200000001000' },
    { text: '1231 23:59:59', time: '1767225599000000000' },
  ],
  parse: (bytes, pos, end, out, context) => parseMonthDay(bytes, pos, end, 0, out, context),
};
