/** Bytes of a line that name it, or the log it begins; a time stamp and a few words lie within. */
const keyBytes = 1024;

const highStart = 0x811c9dc5;
const lowStart = 0x9747b28c;

/**
 * 16 hex digits from the first non-blank line: the same wherever the log is moved, rotated, packed or
 * appended to. Two FNV-1a lanes with different primes; not meant to withstand an adversary.
 */
export function contentKeyOf(lines: readonly Uint8Array[]): string {
  const first = lines.find((line) => line.some((byte) => byte > 0x20)) ?? new Uint8Array(0);
  return lineKeyOf(first, 0, first.length);
}

/** The same of one line, `bytes[start, end)`. */
export function lineKeyOf(bytes: Uint8Array, start: number, end: number): string {
  let high = highStart;
  for (let i = start; i < keyEnd(start, end); i++) high = Math.imul(high ^ bytes[i], 0x01000193);
  return hex(high) + hex(lineKeyLow(bytes, start, end));
}

/** The last eight digits of a line's key as a number: half the work where nearly no line is the one looked for. */
export function lineKeyLow(bytes: Uint8Array, start: number, end: number): number {
  const last = keyEnd(start, end);
  let low = lowStart;
  for (let i = start; i < last; i++) low = Math.imul(low ^ bytes[i], 0x5bd1e995) ^ (low >>> 13);
  return low >>> 0;
}

export function lowOfKey(key: string): number {
  return Number.parseInt(key.slice(8), 16);
}

function keyEnd(start: number, end: number): number {
  return Math.min(end, start + keyBytes);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
