import type { Column } from '../formats/corrections/ready-corrections';
import type { Header, ReadContext } from '../formats/format';
import { isBlank } from '../formats/header';
import { levelOfLetterByte, levelOfWord, levelWordEnd } from '../formats/level-words';
import { Level } from '../model/level';
import { isDigit, isLetter } from '../time/ascii';
import { parseTime } from '../time/time-shapes';

/** Beyond these bytes of a line no header column is sought. */
const searchBytes = 1024;

/**
 * Where the columns of a line stand, by what was read from it: the header says what the time and the level are, and here
 * they are found again, whatever the format. `named` are columns a correction knows. In the line's order, none overlaps.
 */
export function columnsOf(
  bytes: Uint8Array,
  header: Header,
  named: readonly Column[],
  context: ReadContext,
): Column[] {
  const columns: Column[] = [];
  const add = (role: Column['role'], start: number, end: number): void => {
    const isFree = columns.every((column) => end <= column.start || start >= column.end);
    if (end > start && isFree) columns.push({ role, start, end });
  };
  const has = (role: Column['role']): boolean => columns.some((column) => column.role === role);
  // Of two corrections each may know a column where the other knows one.
  for (const { role, start, end } of named) add(role, start, end);
  add('message', header.messageStart, header.messageEnd);
  add('component', header.componentStart, header.componentEnd);
  const time = has('time') ? undefined : findTime(bytes, header, context);
  if (time !== undefined) add('time', time.start, time.end);
  const level = has('level') ? undefined : findLevel(bytes, header, columns);
  if (level !== undefined) add('level', level.start, level.end);
  for (const { start, end } of words(bytes, header)) add('other', start, end);
  return columns.sort((a, b) => a.start - b.start);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stamp that tells the header's time, in the message too. Of columns that tell it together (a date, a time) none does. */
export function findTime(bytes: Uint8Array, header: Header, context: ReadContext): Stretch | undefined {
  if (Number.isNaN(header.seconds)) return undefined;
  const instant = { seconds: 0, nanos: 0 };
  const limit = Math.min(bytes.length, searchBytes);
  let likely: Stretch | undefined;
  for (let start = 0; start < limit; start++) {
    if (!beginsWord(bytes, start)) continue;
    const end = parseTime(bytes, start, bytes.length, instant, context);
    if (end < 0) continue;
    if (instant.seconds === header.seconds && instant.nanos === header.nanos) return { start, end };
    // A year that was inferred may be another by now.
    likely ??= end <= header.messageStart ? { start, end } : undefined;
  }
  return likely;
}

/** The word, or the letter alone, that names the header's level, before the message if it can be. */
function findLevel(bytes: Uint8Array, header: Header, taken: readonly Column[]): Stretch | undefined {
  if (header.level === Level.none) return undefined;
  const limit = Math.min(bytes.length, searchBytes);
  for (let start = 0; start < limit; start++) {
    if (!beginsWord(bytes, start)) continue;
    const end = levelEnd(bytes, start, header.level);
    if (end > start && taken.every((column) => end <= column.start || start >= column.end))
      return { start, end };
  }
  return undefined;
}

function levelEnd(bytes: Uint8Array, start: number, level: Level): number {
  const end = levelWordEnd(bytes, start, bytes.length);
  if (levelOfWord(bytes, start, end) === level) return end;
  const isLetterAlone = levelOfLetterByte(bytes[start]) === level && (end === start + 1 || end === start);
  return isLetterAlone ? start + 1 : start;
}

/** Words, without the punctuation around them, of the header before the message. */
function* words(bytes: Uint8Array, header: Header): Generator<Stretch> {
  const limit = Math.min(header.messageStart, searchBytes);
  for (let at = 0; at < limit; ) {
    let end = at;
    while (end < limit && !isBlank(bytes[end])) end++;
    const stretch = withoutMarks(bytes, at, end);
    if (stretch.end > stretch.start) yield stretch;
    at = end + 1;
  }
}

function withoutMarks(bytes: Uint8Array, from: number, to: number): Stretch {
  let start = from;
  let end = to;
  while (start < end && !isWordByte(bytes[start])) start++;
  while (end > start && !isWordByte(bytes[end - 1])) end--;
  return { start, end };
}

function beginsWord(bytes: Uint8Array, at: number): boolean {
  return isWordByte(bytes[at]) && (at === 0 || !isWordByte(bytes[at - 1]) || isDateMark(bytes, at));
}

/** `T` and `Z` within a stamp do not count: a stamp begins behind no letter or digit. klog's `I0612` does. */
function isDateMark(bytes: Uint8Array, at: number): boolean {
  return isDigit(bytes[at]) && isLetter(bytes[at - 1]) && (at === 1 || !isWordByte(bytes[at - 2]));
}

function isWordByte(byte: number): boolean {
  return isDigit(byte) || isLetter(byte) || byte >= 0x80;
}
