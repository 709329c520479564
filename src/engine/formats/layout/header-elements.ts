import { saltOfStatus } from '../../model/event-class';
import { Level } from '../../model/level';
import { afterDigits, isDigit, isLetter, zero } from '../../time/ascii';
import type { TimeShape } from '../../time/time-shape';
import { parseTime, timeShapeAt } from '../../time/time-shapes';
import { levelOfLetterByte, levelOfSeverity, levelOfWord, levelWordEnd } from '../level-words';
import type { Step } from './step';

/** Steps that read a value into the header. */

/**
 * A time stamp of any shape. The shape of the last one is tried first, which changes nothing, as no text is a
 * stamp of two; looking for it at every line took as long as reading it.
 */
export function timeOfAnyShape(): Step {
  let last: TimeShape | undefined;
  return (bytes, pos, end, header, context) => {
    const after = last === undefined ? -1 : last.parse(bytes, pos, end, header, context);
    if (after >= 0) return after;
    const found = parseTime(bytes, pos, end, header, context);
    if (found >= 0) last = timeShapeAt(bytes, pos, end, context);
    return found;
  };
}

export function timeOfShape(shape: TimeShape): Step {
  return (bytes, pos, end, header, context) => shape.parse(bytes, pos, end, header, context);
}

const unusedInstant = { seconds: 0, nanos: 0 };

/** A time stamp beside the one that counts. */
export const otherTime: Step = (bytes, pos, end, _header, context) =>
  parseTime(bytes, pos, end, unusedInstant, context);

export const level: Step = (bytes, pos, end, header) => {
  const after = levelWordEnd(bytes, pos, end);
  const found = levelOfWord(bytes, pos, after);
  if (found === Level.none) return -1;
  header.level = found;
  return after;
};

export const levelLetter: Step = (bytes, pos, end, header) => {
  const found = pos < end ? levelOfLetterByte(bytes[pos]) : Level.none;
  if (found === Level.none) return -1;
  header.level = found;
  return pos + 1;
};

/** Syslog's `<34>`: facility times 8 plus severity, at most 191. */
export const priority: Step = (bytes, pos, end, header) => {
  if (pos + 2 >= end || bytes[pos] !== 0x3c) return -1;
  const after = afterDigits(bytes, pos + 1, Math.min(end, pos + 4));
  if (after === pos + 1 || after >= end || bytes[after] !== 0x3e) return -1;
  let value = 0;
  for (let i = pos + 1; i < after; i++) value = value * 10 + bytes[i] - zero;
  if (value > 191) return -1;
  header.level = levelOfSeverity(value & 7);
  return after + 1;
};

/** An HTTP status: 200 and 500 for the same request are different events, so its class goes into the salt. */
export const httpStatus: Step = (bytes, pos, end, header) => {
  if (afterDigits(bytes, pos, end) !== pos + 3) return -1;
  const statusClass = bytes[pos] - zero;
  if (statusClass < 1 || statusClass > 5) return -1;
  header.salt = saltOfStatus(statusClass);
  header.level = statusClass === 5 ? Level.error : statusClass === 4 ? Level.warn : Level.info;
  return pos + 3;
};

/** The message is the rest of the line. */
export const message: Step = (_bytes, pos, end, header) => {
  header.messageStart = Math.min(pos, header.messageEnd);
  return end;
};

/** The message begins here, and what follows is read for the header too. */
export const messageFromHere: Step = (_bytes, pos, _end, header) => {
  header.messageStart = pos;
  return pos;
};

/** What a byte is in a name: a table, since names are the longest part of most headers. */
const NameByte = { none: 0, inside: 1, digit: 2, colon: 3 } as const;

const nameBytes = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (isDigit(byte)) return NameByte.digit;
  if (byte === 0x3a) return NameByte.colon;
  return isLetter(byte) || byte >= 0x80 || isOneOf('_.$/-@()#*+<>&', byte) ? NameByte.inside : NameByte.none;
});

/** What a logger, module or service is named with begins with one of these. */
const nameStarts = Uint8Array.from({ length: 256 }, (_, byte) =>
  isLetter(byte) || isOneOf('_/<@$', byte) ? 1 : 0,
);

function isOneOf(characters: string, byte: number): boolean {
  return characters.includes(String.fromCharCode(byte));
}

/** More digits than this make a request or process id of it, which is no component. */
const mostDigits = 6;

/** A name without blanks, as a component; a colon only inside (`Foo::bar`, `module:12`). */
export const component: Step = (bytes, pos, end, header) => {
  if (pos >= end || nameStarts[bytes[pos]] === 0) return -1;
  let i = pos + 1;
  let digits = 0;
  for (; i < end; i++) {
    const kind = nameBytes[bytes[i]];
    if (kind === NameByte.inside) continue;
    if (kind === NameByte.none || (kind === NameByte.colon && !isInside(bytes, i + 1, end))) break;
    if (kind === NameByte.digit) digits++;
  }
  if (digits > mostDigits) return -1;
  header.componentStart = pos;
  header.componentEnd = i;
  return i;
};

/** Whether a name goes on behind a colon: at once, or behind a second one. */
function isInside(bytes: Uint8Array, pos: number, end: number): boolean {
  const at = pos < end && bytes[pos] === 0x3a ? pos + 1 : pos;
  if (at >= end) return false;
  const kind = nameBytes[bytes[at]];
  return kind === NameByte.inside || kind === NameByte.digit;
}
