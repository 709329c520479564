import type { ReadContext } from '../formats/format';
import { levelOfSeverity, levelOfWord } from '../formats/level-words';
import { Level } from '../model/level';
import { afterDigits, isLetter, space, zero } from '../time/ascii';
import type { Instant } from '../time/time-shape';
import { parseTime } from '../time/time-shapes';
import type { LevelScale } from './table';

const midnight = new TextEncoder().encode('00:00:00');
/** Longer values are no times. */
const maxTimeBytes = 64;
const scratch = new Uint8Array(2 * maxTimeBytes + 1);

/** Reads a time stamp; a zone's name may follow it. False (`out` undefined) where the value is none. */
export function readStamp(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Instant,
  context: ReadContext,
): boolean {
  if (end - start > maxTimeBytes) return false;
  const after = parseTime(bytes, start, end, out, context);
  return after === end || (after > 0 && isZoneName(bytes, after, end));
}

const maxZoneBytes = 5;

/** ` UTC`, ` CEST`; a level behind the time is a log line's. */
function isZoneName(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] !== space || end - at > maxZoneBytes + 1) return false;
  for (let i = at + 1; i < end; i++) if (!isLetter(bytes[i])) return false;
  return levelOfWord(bytes, at + 1, end) === Level.none;
}

/** Reads a date and, from another value, the time of day; without one its midnight. */
export function readDate(
  bytes: Uint8Array,
  date: { readonly start: number; readonly end: number },
  clock: { readonly start: number; readonly end: number } | undefined,
  out: Instant,
  context: ReadContext,
): boolean {
  const dateBytes = date.end - date.start;
  if (dateBytes > maxTimeBytes || (clock && clock.end - clock.start > maxTimeBytes)) return false;
  scratch.set(bytes.subarray(date.start, date.end));
  scratch[dateBytes] = space;
  const time = clock ? bytes.subarray(clock.start, clock.end) : midnight;
  scratch.set(time, dateBytes + 1);
  return readStamp(scratch, 0, dateBytes + 1 + time.length, out, context);
}

/** A level's word, its number in the scale given, or Windows' `Audit Failure`. */
export function readLevel(bytes: Uint8Array, start: number, end: number, scale: LevelScale): Level {
  if (start < end && afterDigits(bytes, start, end) === end) return levelOfNumber(bytes, start, end, scale);
  return levelOfWord(bytes, start, end);
}

/** Windows' levels: 0 always logged, 1 critical, 2 error, 3 warning, 4 information, 5 verbose. */
const windowsLevels = [Level.info, Level.fatal, Level.error, Level.warn, Level.info, Level.trace];

function levelOfNumber(bytes: Uint8Array, start: number, end: number, scale: LevelScale): Level {
  if (end - start > 2) return Level.none;
  let number = 0;
  for (let i = start; i < end; i++) number = number * 10 + bytes[i] - zero;
  if (scale === 'windows') return windowsLevels[number] ?? Level.none;
  if (scale === 'tens') return Math.min(Math.max(Math.floor(number / 10), Level.trace), Level.fatal) as Level;
  return number < 8 ? levelOfSeverity(number) : Level.none;
}

/** The class of an HTTP status, 1 to 5, or 0. */
export function statusClass(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 3 || afterDigits(bytes, start, end) !== end) return 0;
  const first = bytes[start] - zero;
  return first >= 1 && first <= 5 ? first : 0;
}

export function levelOfStatus(first: number): Level {
  if (first === 5) return Level.error;
  return first === 4 ? Level.warn : Level.info;
}

const failure = new TextEncoder().encode('failure');
/** The bit of Windows' keywords that says so in hexadecimal: `0x8010000000000000`. */
const failureBits = new TextEncoder().encode('0x8010');

/** Windows' keywords of an audit that failed: `Audit Failure`, or their number. */
export function saysAuditFailure(bytes: Uint8Array, start: number, end: number): boolean {
  return endsWith(bytes, start, end, failure) || beginsWith(bytes, start, end, failureBits);
}

function endsWith(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  return end - start >= word.length && sameLetters(bytes, end - word.length, word);
}

function beginsWith(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  return end - start >= word.length && sameLetters(bytes, start, word);
}

/** `word` is lower case. */
function sameLetters(bytes: Uint8Array, start: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if ((bytes[start + i] | 0x20) !== (word[i] | 0x20)) return false;
  return true;
}
