import { isBlank } from './header';

/** How stack traces go on without indentation. */
const beginnings = ['at ', 'Caused by:', 'Suppressed:', 'Traceback ', '... ', 'File "', '}', ')'].map(
  (text) => new TextEncoder().encode(text),
);

/** Blank lines, indented ones and what looks like a part of a stack trace begin no record where no format says so. */
export function looksContinued(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end || isBlank(bytes[start])) return true;
  return beginnings.some((beginning) => beginsWith(bytes, start, end, beginning));
}

function beginsWith(bytes: Uint8Array, start: number, end: number, beginning: Uint8Array): boolean {
  if (start + beginning.length > end) return false;
  for (let i = 0; i < beginning.length; i++) if (bytes[start + i] !== beginning[i]) return false;
  return true;
}
