import { afterBlanks } from '../formats/header';
import { quotedEnd, valueEnd } from '../formats/json-scan';

const quote = 0x22;
const backslash = 0x5c;

/** Told of every member: `bytes[nameStart, nameEnd)` and its value, quotes included. */
export type OnMember = (nameStart: number, nameEnd: number, valueStart: number, valueEnd: number) => void;

/** Walks the members of the JSON object that is `bytes[start, end)`; false where it is none. */
export function eachMember(bytes: Uint8Array, start: number, end: number, onMember: OnMember): boolean {
  let at = afterBlanks(bytes, start, end);
  if (at >= end || bytes[at] !== 0x7b) return false;
  at = afterBlanks(bytes, at + 1, end);
  while (at < end && bytes[at] === quote) {
    const nameEnd = quotedEnd(bytes, at + 1, end);
    const colon = afterBlanks(bytes, nameEnd + 1, end);
    if (colon >= end || bytes[colon] !== 0x3a) return false;
    const value = afterBlanks(bytes, colon + 1, end);
    const after = valueEnd(bytes, value, end);
    if (after < 0 || after > end) return false;
    onMember(at + 1, nameEnd, value, after);
    const next = afterBlanks(bytes, after, end);
    if (next < end && bytes[next] === 0x7d) return afterBlanks(bytes, next + 1, end) >= end;
    if (next >= end || bytes[next] !== 0x2c) return false;
    at = afterBlanks(bytes, next + 1, end);
  }
  return false;
}

const escapes: Readonly<Record<number, number>> = { 98: 8, 116: 9, 110: 10, 102: 12, 114: 13 };

/**
 * Writes the JSON string between its quotes to the front of `out`, escapes resolved, and answers how many bytes that
 * takes: never more than `end - start`, which `out` must hold. Half a surrogate pair becomes U+FFFD.
 */
export function unescapeJson(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let length = 0;
  for (let i = start; i < end; ) {
    if (bytes[i] !== backslash) {
      out[length++] = bytes[i++];
      continue;
    }
    const kind = bytes[i + 1];
    if (kind !== 0x75) {
      if (i + 1 < end) out[length++] = escapes[kind] ?? kind;
      i += 2;
      continue;
    }
    const unit = hexUnit(bytes, i + 2, end);
    const low =
      isHigh(unit) && bytes[i + 6] === backslash && bytes[i + 7] === 0x75 ? hexUnit(bytes, i + 8, end) : -1;
    const isPair = low >= 0xdc00 && low <= 0xdfff;
    length = writeUtf8(out, length, isPair ? 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00) : unit);
    i += isPair ? 12 : 6;
  }
  return length;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** -1 where there are no four hex digits. */
function hexUnit(bytes: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return -1;
  let value = 0;
  for (let i = at; i < at + 4; i++) {
    const digit = hexDigit(bytes[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** First bytes by how many follow. */
const leads = [0, 0xc0, 0xe0, 0xf0];

/** At most four bytes, where the escape took six or twelve. */
function writeUtf8(out: Uint8Array, at: number, point: number): number {
  const code = point < 0 || (point >= 0xd800 && point <= 0xdfff) ? 0xfffd : point;
  if (code < 0x80) {
    out[at] = code;
    return at + 1;
  }
  const trailing = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  out[at] = leads[trailing] | (code >> (6 * trailing));
  for (let i = 1; i <= trailing; i++) out[at + i] = 0x80 | ((code >> (6 * (trailing - i))) & 0x3f);
  return at + 1 + trailing;
}
