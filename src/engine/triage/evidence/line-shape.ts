import { afterEscape } from '../../text/ansi';

const escapeByte = 0x1b;
const zero = 0x30;
const nine = 0x39;
const hash = 0x23;
/** Of a line its shape is told by; what differs further on does not make it another kind. */
const mostBytes = 1024;
/** A number of three digits behind one of these may be a status: its class counts. Behind a dot it is a fraction. */
const beforeNumber = new Set([...' ="([\':'].map((mark) => mark.charCodeAt(0)));

/** By byte: 1 for what a word is made of, beyond ASCII too. */
const isWord = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
  return letter || (byte >= zero && byte <= nine) || byte === 0x5f || byte >= 0x80 ? 1 : 0;
});

/**
 * 52 bits of a line with every word that holds a digit masked, ANSI sequences left out. "0" and the first digit of a lone
 * three-digit number stay: "0 failed" is not "3 failed", a 502 not a 200.
 */
export function shapeOf(bytes: Uint8Array, start: number, lineEnd: number): number {
  const end = Math.min(lineEnd, start + mostBytes);
  let high = 0x811c9dc5;
  let low = 0x01000193;
  const mix = (byte: number): void => {
    high = Math.imul(high ^ byte, 0x01000193);
    low = Math.imul(low ^ byte, 0x5bd1e995) ^ (low >>> 15);
  };
  for (let at = start; at < end; ) {
    if (bytes[at] === escapeByte) {
      at = afterEscape(bytes, at, end);
      continue;
    }
    if (isWord[bytes[at]] === 0) {
      mix(bytes[at++]);
      continue;
    }
    const from = at;
    let digits = 0;
    for (; at < end && isWord[bytes[at]] === 1; at++) if (bytes[at] >= zero && bytes[at] <= nine) digits++;
    if (digits === 0) for (let i = from; i < at; i++) mix(bytes[i]);
    else mix(maskOf(bytes, start, from, at, digits));
  }
  return (high >>> 0) * 0x10_0000 + ((low >>> 0) & 0xf_ffff);
}

function maskOf(bytes: Uint8Array, start: number, from: number, to: number, digits: number): number {
  if (digits < to - from || (from > start && !beforeNumber.has(bytes[from - 1]))) return hash;
  const counts = to - from === 3 || (to - from === 1 && bytes[from] === zero);
  return counts ? bytes[from] : hash;
}
