import { firstFlagged, quotesAndBackslashesIn, WordReader } from '../text/byte-words';

const quote = 0x22;
const backslash = 0x5c;
const reader = new WordReader();

/** Index of the quote that closes the string whose text begins at `pos`, `end` where none does. */
export function quotedEnd(bytes: Uint8Array, pos: number, end: number): number {
  const words = reader.of(bytes);
  let i = pos;
  while (i + 4 <= end) {
    const found = quotesAndBackslashesIn(words.getInt32(i, true));
    i += found === 0 ? 4 : firstFlagged(found);
    if (found === 0) continue;
    if (bytes[i] === quote) return i;
    i += 2;
  }
  for (; i < end; i++) {
    if (bytes[i] === backslash) i++;
    else if (bytes[i] === quote) return i;
  }
  return end;
}

/** Where the JSON value that begins at `pos` ends: -1 where none begins, above `end` where the text ends within it. */
export function valueEnd(bytes: Uint8Array, pos: number, end: number): number {
  if (pos >= end) return end + 1;
  const first = bytes[pos];
  if (first === quote) return quotedEnd(bytes, pos + 1, end) + 1;
  if (first === 0x7b || first === 0x5b) return containerEnd(bytes, pos, end);
  return scalarEnd(bytes, pos, end);
}

/** Objects and arrays are counted through together: inside a member's value only its end matters. */
function containerEnd(bytes: Uint8Array, pos: number, end: number): number {
  let depth = 0;
  for (let i = pos; i < end; i++) {
    const byte = bytes[i];
    if (byte === quote) i = quotedEnd(bytes, i + 1, end);
    else if (byte === 0x7b || byte === 0x5b) depth++;
    else if ((byte === 0x7d || byte === 0x5d) && --depth === 0) return i + 1;
  }
  return end + 1;
}

/** A number, true, false or null: taken as letters, digits and signs, not checked further. */
function scalarEnd(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (i < end && isScalarByte(bytes[i])) i++;
  return i > pos ? i : -1;
}

function isScalarByte(byte: number): boolean {
  const lower = byte | 0x20;
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (lower >= 0x61 && lower <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}
