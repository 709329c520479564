import { Level } from '../model/level';
import { colon, isDigit } from '../time/ascii';
import { parseClock } from '../time/clock';
import { epoch } from '../time/epoch-shape';
import { isDateNameAt } from '../time/month-name';
import { klogTime, packed } from '../time/numeric-shapes';
import { parseTime, timeShapeAt } from '../time/time-shapes';
import type { FormatVariant, Header, ReadContext } from './format';
import { afterBlanks, isBlank, resetHeader } from './header';
import { levelOfWord, levelWordEnd } from './level-words';
import { isUpperCase, levelSetOff } from './set-off-level';
import { wideBracketEnd, wideClosingEnd } from './wide-punctuation';

/**
 * Lines that a log's own formats refuse and that say themselves that they begin a record: another program's, or the
 * log's own with an unusual field. Taken for continuations they would hide, and an error hidden is the worst there is.
 *
 * | line begins with           | begins a record |
 * |----------------------------|-----------------|
 * | a time stamp, more text    | yes; indented or of bare digits (they may be a payload's) only with a level |
 * | a time of day, a level     | yes, without a time |
 * | a level set off as one     | not indented: `FATAL: …`, `ERROR …`, `[warn] …`, `ERR! …`, `npm ERR! …` |
 *
 * `Error: …` and `error: …` are what stack traces and compilers go on with, so they are no level set off.
 */
export const strayLines: FormatVariant = {
  read: (bytes, start, end, header, context) =>
    readStamped(bytes, start, end, header, context) || readLevelled(bytes, start, end, header, context),
};

const exclamationMark = 0x21;

/** Stamps that any number of as many digits could be. */
const bareDigits = new Set([epoch, packed, klogTime]);

function readStamped(
  bytes: Uint8Array,
  start: number,
  end: number,
  header: Header,
  context: ReadContext,
): boolean {
  const first = afterBlanks(bytes, start, end);
  const at = afterOpening(bytes, first, end);
  if (at >= end || !(isDigit(bytes[at]) || isDateNameAt(bytes, at, end))) return false;
  resetHeader(header, bytes, start, end);
  const stamped = parseTime(bytes, at, end, header, context);
  const after = stamped >= 0 ? stamped : afterTimeOfDay(bytes, at, end, header);
  const text = after < 0 || !endsField(bytes, after, end) ? -1 : afterClosing(bytes, after, end);
  if (text < 0 || text >= header.messageEnd) return false;
  readLevelAndMessage(bytes, text, header);
  if (header.level !== Level.none) return true;
  return stamped >= 0 && first === start && !isBareDigits(bytes, at, end, context);
}

function isBareDigits(bytes: Uint8Array, at: number, end: number, context: ReadContext): boolean {
  const shape = timeShapeAt(bytes, at, end, context);
  return shape !== undefined && bareDigits.has(shape);
}

/** `09:41:07.250`: where it ends, or -1. No moment, so the header is left without a time. */
function afterTimeOfDay(bytes: Uint8Array, at: number, end: number, header: Header): number {
  const after = parseClock(bytes, at, end, colon, header);
  header.seconds = Number.NaN;
  header.nanos = 0;
  return after;
}

/** The message begins behind a level that follows at once, in any case; else the level is a part of it. */
function readLevelAndMessage(bytes: Uint8Array, text: number, header: Header): void {
  const end = header.messageEnd;
  const wordAt = afterBlanks(bytes, afterOpening(bytes, text, end), end);
  const wordEnd = levelWordEnd(bytes, wordAt, end);
  const level = endsField(bytes, wordEnd, end) ? levelOfWord(bytes, wordAt, wordEnd) : Level.none;
  header.messageStart = level === Level.none ? text : afterClosing(bytes, wordEnd, end);
  header.level = level === Level.none ? levelSetOff(bytes, text, end) : level;
}

function readLevelled(
  bytes: Uint8Array,
  start: number,
  end: number,
  header: Header,
  context: ReadContext,
): boolean {
  if (start < end && isBlank(bytes[start])) return false;
  const open = start < end && bytes[start] === 0x5b ? start + 1 : wideBracketEnd(bytes, start, end);
  const wordAt = open > start ? afterBlanks(bytes, open, end) : start;
  const wordEnd = levelWordEnd(bytes, wordAt, end);
  const level = levelOfWord(bytes, wordAt, wordEnd);
  if (level === Level.none) return readNamedError(bytes, start, wordEnd, end, header);
  if (open === start && !isUpperCase(bytes, wordAt, wordEnd)) return false;
  resetHeader(header, bytes, start, end);
  const mark = wordEnd < end && bytes[wordEnd] === exclamationMark ? wordEnd + 1 : wordEnd;
  const text = endsField(bytes, mark, end) ? afterClosing(bytes, mark, end) : end;
  // A word alone on its line is a payload's: `[config]`, a table's row.
  if (text >= header.messageEnd) return false;
  header.level = level;
  header.messageStart = text;
  readTimeBehindLevel(bytes, text, header, context);
  return true;
}

const instant = { seconds: 0, nanos: 0 };

/** `ERROR 2026-06-12 09:41:07 …`, `[ERROR] [2026-06-12 09:41:07] …` */
function readTimeBehindLevel(bytes: Uint8Array, text: number, header: Header, context: ReadContext): void {
  const end = header.messageEnd;
  const after = parseTime(bytes, afterOpening(bytes, text, end), end, instant, context);
  if (after < 0 || !endsField(bytes, after, end)) return;
  header.seconds = instant.seconds;
  header.nanos = instant.nanos;
  header.messageStart = afterClosing(bytes, after, end);
}

/** npm's `npm ERR! …`: a program's name before the mark; the name stays in the message. */
function readNamedError(
  bytes: Uint8Array,
  start: number,
  nameEnd: number,
  end: number,
  header: Header,
): boolean {
  if (nameEnd === start || nameEnd >= end || !isBlank(bytes[nameEnd])) return false;
  const wordAt = nameEnd + 1;
  const wordEnd = levelWordEnd(bytes, wordAt, end);
  if (wordEnd >= end || bytes[wordEnd] !== exclamationMark || !isUpperCase(bytes, wordAt, wordEnd))
    return false;
  const level = levelOfWord(bytes, wordAt, wordEnd);
  if (level === Level.none) return false;
  resetHeader(header, bytes, start, end);
  header.level = level;
  return true;
}

/** Bytes of `[(<`, and of what may stand between header fields. */
const opening = new Set([0x5b, 0x28, 0x3c]);
const closing = new Set([0x5d, 0x29, 0x3e, 0x2c, 0x3a, 0x3b, 0x7c]);
const dash = 0x2d;

function afterOpening(bytes: Uint8Array, pos: number, end: number): number {
  return pos < end && opening.has(bytes[pos]) ? pos + 1 : wideBracketEnd(bytes, pos, end);
}

function endsField(bytes: Uint8Array, pos: number, end: number): boolean {
  return (
    pos >= end || isBlank(bytes[pos]) || closing.has(bytes[pos]) || wideClosingEnd(bytes, pos, end) > pos
  );
}

/** Past the punctuation that ends a field and the blanks around it; a dash only where it stands alone. */
function afterClosing(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  for (;;) {
    const from = i;
    i = afterBlanks(bytes, i, end);
    if (i < end && closing.has(bytes[i])) i++;
    else if (i + 1 < end && bytes[i] === dash && isBlank(bytes[i + 1])) i += 2;
    else i = wideClosingEnd(bytes, i, end);
    if (i === from) return i;
  }
}
