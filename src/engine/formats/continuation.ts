import { colon, dot, isDigit, isLetter, underscore } from '../time/ascii';
import { isBlank } from './header';

/** How stack traces go on without indentation. */
const beginnings = ['at ', 'Caused by:', 'Suppressed:', 'Traceback ', '... ', 'File "', '}', ')'].map(
  (text) => new TextEncoder().encode(text),
);

const openParenthesis = 0x28;
const closeParenthesis = 0x29;

const traceback = new TextEncoder().encode('Traceback (most recent call last):');

/** Blank lines, indented ones and what looks like a part of a stack trace begin no record where no format says so. */
export function looksContinued(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end || isBlank(bytes[start])) return true;
  return beginnings.some((beginning) => beginsWith(bytes, start, end, beginning));
}

/**
 * Whether a line without a header could go on with the record before. Wrapped text goes on in lower case, tables, dumps
 * and mark-up with punctuation, traces with the name of an exception; what begins with a capital, a digit or a character of a
 * script without cases looks like a record of its own.
 */
export function mayContinue(bytes: Uint8Array, start: number, end: number): boolean {
  if (looksContinued(bytes, start, end) || looksLikeException(bytes, start, end)) return true;
  if (looksLikeGoFrame(bytes, start, end) || beginsGoroutine(bytes, start, end)) return true;
  const first = bytes[start];
  return !isDigit(first) && !isCapital(first) && first < 0x80;
}

/** A Python traceback; the line of the exception, which ends it, is not indented. */
export function beginsTraceback(bytes: Uint8Array, start: number, end: number): boolean {
  return beginsWith(bytes, start, end, traceback);
}

const goroutine = new TextEncoder().encode('goroutine ');
const createdBy = new TextEncoder().encode('created by ');

/** `goroutine 7 [running]:` */
export function beginsGoroutine(bytes: Uint8Array, start: number, end: number): boolean {
  return beginsWith(bytes, start, end, goroutine) && isDigit(bytes[start + goroutine.length]);
}

/** `main.(*Cart).save(0xc0, {0x1, 0x2})`, `panic({0x1, 0x2})`, `created by net/http.(*Server).Serve in goroutine 1` */
export function looksLikeGoFrame(bytes: Uint8Array, start: number, end: number): boolean {
  if (beginsWith(bytes, start, end, createdBy)) return true;
  let i = start;
  while (i < end && !isBlank(bytes[i]) && bytes[i] !== openParenthesis) i++;
  return i > start && i < end && bytes[i] === openParenthesis && bytes[end - 1] === closeParenthesis;
}

/** `ValueError: …`, `socket.timeout: …`, `KeyboardInterrupt`: a dotted name, or a capital one, alone or before a colon. */
export function looksLikeException(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start;
  let dots = 0;
  for (; i < end; i++) {
    if (bytes[i] === dot) dots++;
    else if (!isLetter(bytes[i]) && !isDigit(bytes[i]) && bytes[i] !== underscore) break;
  }
  if (i === start || (i < end && bytes[i] !== colon)) return false;
  return isCapital(bytes[start]) || dots > 0;
}

function isCapital(byte: number): boolean {
  return isLetter(byte) && (byte & 0x20) === 0;
}

function beginsWith(bytes: Uint8Array, start: number, end: number, beginning: Uint8Array): boolean {
  if (start + beginning.length > end) return false;
  for (let i = 0; i < beginning.length; i++) if (bytes[start + i] !== beginning[i]) return false;
  return true;
}
