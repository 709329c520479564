/** Bytes of the first line that name a log; a time stamp and a few words lie within. */
const keyBytes = 1024;

/**
 * 16 hex digits from the first non-blank line: the same wherever the log is moved, rotated, packed or
 * appended to. Two FNV-1a lanes with different primes; not meant to withstand an adversary.
 */
export function contentKeyOf(lines: readonly Uint8Array[]): string {
  const first = lines.find((line) => line.some((byte) => byte > 0x20));
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (const byte of first?.subarray(0, keyBytes) ?? []) {
    high = Math.imul(high ^ byte, 0x01000193);
    low = Math.imul(low ^ byte, 0x5bd1e995) ^ (low >>> 13);
  }
  return hex(high) + hex(low);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
