const key = (name: string): number =>
  (name.charCodeAt(0) << 16) | (name.charCodeAt(1) << 8) | name.charCodeAt(2);

const monthOfKey = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, i) => [
    key(name),
    i + 1,
  ]),
);
const weekdayKeys = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(key));

function keyAt(bytes: Uint8Array, pos: number): number {
  return ((bytes[pos] | 0x20) << 16) | ((bytes[pos + 1] | 0x20) << 8) | (bytes[pos + 2] | 0x20);
}

/** 1 to 12 for an English three-letter month name in any case, else 0. */
export function monthAt(bytes: Uint8Array, pos: number, end: number): number {
  return pos + 3 <= end ? (monthOfKey.get(keyAt(bytes, pos)) ?? 0) : 0;
}

export function isWeekdayAt(bytes: Uint8Array, pos: number, end: number): boolean {
  return pos + 3 <= end && weekdayKeys.has(keyAt(bytes, pos));
}
