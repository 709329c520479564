import { isLetter } from './ascii';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const firstWeekday = 13;

/**
 * 1 to 12 for a month, from 13 on for a weekday, by five bits of each of three letters. A table, since every line that
 * begins with a letter is asked: a map cost as much as the rest of such a line.
 */
const dateNames = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(1 << 15);
  const encoder = new TextEncoder();
  for (const [i, name] of months.entries()) table[indexOf(encoder.encode(name), 0)] = i + 1;
  for (const [i, name] of weekdays.entries()) table[indexOf(encoder.encode(name), 0)] = firstWeekday + i;
  return table;
}

function indexOf(bytes: Uint8Array, pos: number): number {
  return ((bytes[pos] & 31) << 10) | ((bytes[pos + 1] & 31) << 5) | (bytes[pos + 2] & 31);
}

function dateNameAt(bytes: Uint8Array, pos: number, end: number): number {
  if (pos + 3 > end) return 0;
  const found = dateNames[indexOf(bytes, pos)];
  if (found === 0) return 0;
  return isLetter(bytes[pos]) && isLetter(bytes[pos + 1]) && isLetter(bytes[pos + 2]) ? found : 0;
}

/** 1 to 12 for an English three-letter month name in any case, else 0. */
export function monthAt(bytes: Uint8Array, pos: number, end: number): number {
  const found = dateNameAt(bytes, pos, end);
  return found < firstWeekday ? found : 0;
}

export function isWeekdayAt(bytes: Uint8Array, pos: number, end: number): boolean {
  return dateNameAt(bytes, pos, end) >= firstWeekday;
}

/** A month or a weekday. */
export function isDateNameAt(bytes: Uint8Array, pos: number, end: number): boolean {
  return dateNameAt(bytes, pos, end) > 0;
}
