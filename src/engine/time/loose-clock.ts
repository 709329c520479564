import { afterDigits, colon, isDigit, twoDigits, zero } from './ascii';
import { parseFraction } from './clock';
import { applyDayHalf } from './day-half';
import type { Instant } from './time-shape';

/**
 * Reads a time of day as people write it, `9:41:07`, `09:41:07.250`, `9:41 PM`, into `out.seconds` as seconds of the
 * day and `out.nanos`. Answers where it ends, or -1.
 */
export function parseLooseClock(bytes: Uint8Array, pos: number, end: number, out: Instant): number {
  const colonAt = afterDigits(bytes, pos, Math.min(end, pos + 3));
  const hour = hourBetween(bytes, pos, colonAt);
  const minute = twoDigits(bytes, colonAt + 1, end);
  if (hour < 0 || hour > 23 || bytes[colonAt] !== colon || minute < 0 || minute > 59) return -1;
  out.seconds = hour * 3600 + minute * 60;
  out.nanos = 0;
  const after = colonAt + 3;
  const secondsEnd = after < end && bytes[after] === colon ? addSeconds(bytes, after + 1, end, out) : after;
  if (secondsEnd < 0 || (secondsEnd < end && isDigit(bytes[secondsEnd]))) return -1;
  return applyDayHalf(bytes, secondsEnd, end, out);
}

function hourBetween(bytes: Uint8Array, pos: number, end: number): number {
  if (end === pos + 1) return bytes[pos] - zero;
  return end === pos + 2 ? twoDigits(bytes, pos, end) : -1;
}

function addSeconds(bytes: Uint8Array, pos: number, end: number, out: Instant): number {
  const second = twoDigits(bytes, pos, end);
  if (second < 0 || second > 60) return -1;
  out.seconds += second;
  return parseFraction(bytes, pos + 2, end, out);
}
