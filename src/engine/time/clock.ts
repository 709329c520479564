import { afterDigits, colon, comma, dash, dot, isDigit, isLetter, space, twoDigits, zero } from './ascii';
import type { Instant } from './time-shape';

/**
 * Reads `hh:mm:ss` (any `separator`, 0 for none) into `out.seconds` as seconds of the day, with an optional fraction
 * of up to 9 digits (further ones are dropped) after `.` or `,` into `out.nanos`. Answers where it ends, or -1.
 */
export function parseClock(
  bytes: Uint8Array,
  pos: number,
  end: number,
  separator: number,
  out: Instant,
): number {
  const step = separator === 0 ? 2 : 3;
  const hour = twoDigits(bytes, pos, end);
  const minute = twoDigits(bytes, pos + step, end);
  const second = twoDigits(bytes, pos + 2 * step, end);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return -1;
  if (separator !== 0 && (bytes[pos + 2] !== separator || bytes[pos + 5] !== separator)) return -1;
  out.seconds = hour * 3600 + minute * 60 + second;
  return parseFraction(bytes, pos + 2 * step + 2, end, out);
}

/** Reads `.5`, `,678` … into `out.nanos` (0 where there is none) and answers where it ends. */
export function parseFraction(
  bytes: Uint8Array,
  pos: number,
  end: number,
  out: Pick<Instant, 'nanos'>,
): number {
  out.nanos = 0;
  if (pos + 1 >= end || (bytes[pos] !== dot && bytes[pos] !== comma) || !isDigit(bytes[pos + 1])) return pos;
  const limit = Math.min(end, pos + 10);
  let digits = 0;
  let i = pos + 1;
  for (; i < limit && isDigit(bytes[i]); i++) digits = digits * 10 + bytes[i] - zero;
  out.nanos = digits * nanosOfUnit[i - pos - 1];
  return afterDigits(bytes, i, end);
}

/** Nanoseconds that the last of so many fractional digits counts. */
const nanosOfUnit = Array.from({ length: 10 }, (_, digits) => 10 ** (9 - digits));

/**
 * Takes a zone, with or without a space before it, off `out.seconds`: Z, UTC, GMT, ±hh:mm, ±hhmm, ±hh (the last
 * only where no space stands before it), UTC±h. Answers where it ends, `pos` where there is none.
 */
export function applyZone(bytes: Uint8Array, pos: number, end: number, out: Instant): number {
  const from = pos < end && bytes[pos] === space ? pos + 1 : pos;
  if (from >= end) return pos;
  const sign = bytes[from];
  if (sign === plus || sign === dash) return applyOffset(bytes, from, end, from > pos, out) ?? pos;
  const after = afterUtcName(bytes, from, end);
  if (after < 0 || (after < end && isAlphanumeric(bytes[after]))) return pos;
  return after === from + 3 ? (applyNamedOffset(bytes, after, end, out) ?? after) : after;
}

/** What may follow UTC and GMT: `+0800` as JavaScript writes it, `+8`. */
function applyNamedOffset(bytes: Uint8Array, pos: number, end: number, out: Instant): number | undefined {
  if (pos + 1 >= end || (bytes[pos] !== plus && bytes[pos] !== dash)) return undefined;
  if (!isDigit(bytes[pos + 1]) || (pos + 2 < end && isAlphanumeric(bytes[pos + 2])))
    return applyOffset(bytes, pos, end, false, out);
  const offset = (bytes[pos + 1] - zero) * 3600;
  out.seconds -= bytes[pos] === plus ? offset : -offset;
  return pos + 2;
}

const plus = 0x2b;

function applyOffset(
  bytes: Uint8Array,
  pos: number,
  end: number,
  needsMinutes: boolean,
  out: Instant,
): number | undefined {
  const hours = twoDigits(bytes, pos + 1, end);
  if (hours < 0 || hours > 18) return undefined;
  const minutesAt = pos + 3 < end && bytes[pos + 3] === colon ? pos + 4 : pos + 3;
  const minutes = twoDigits(bytes, minutesAt, end);
  if (minutes > 59 || (minutes < 0 && (needsMinutes || minutesAt === pos + 4))) return undefined;
  const after = minutes < 0 ? pos + 3 : minutesAt + 2;
  if (after < end && isAlphanumeric(bytes[after])) return undefined;
  const offset = hours * 3600 + Math.max(minutes, 0) * 60;
  out.seconds -= bytes[pos] === plus ? offset : -offset;
  return after;
}

/** Where Z, UTC or GMT ends, or -1. */
function afterUtcName(bytes: Uint8Array, pos: number, end: number): number {
  const first = bytes[pos];
  if (first === 0x5a || first === 0x7a) return pos + 1;
  if (pos + 3 > end) return -1;
  const isUtc = first === 0x55 && bytes[pos + 1] === 0x54 && bytes[pos + 2] === 0x43;
  const isGmt = first === 0x47 && bytes[pos + 1] === 0x4d && bytes[pos + 2] === 0x54;
  return isUtc || isGmt ? pos + 3 : -1;
}

/** A stamp that runs on into a word or number is a part of something else. */
export function endsStamp(bytes: Uint8Array, pos: number, end: number): boolean {
  return pos >= end || !isAlphanumeric(bytes[pos]);
}

function isAlphanumeric(byte: number): boolean {
  return isDigit(byte) || isLetter(byte);
}
