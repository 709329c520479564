/**
 * What one byte may be within a message, as bits so that a whole run is judged by the OR of its bytes.
 * Bytes from 0x80 (any text beyond ASCII) are literal: digits between Chinese characters then stand alone,
 * with no word segmentation.
 */
export const ByteClass = {
  digit: 1,
  hexLetter: 2,
  letter: 4,
  hyphen: 8,
  underscore: 16,
  space: 32,
  beyondAscii: 64,
} as const;

/** Bytes that hang together as one run: letters, digits, `_` and `-`. */
export const runMask = 31;

export const classOfByte = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(256);
  table.fill(ByteClass.space, 0, 0x21);
  table[0x7f] = ByteClass.space;
  table.fill(ByteClass.beyondAscii, 0x80);
  table.fill(ByteClass.digit, 0x30, 0x3a);
  for (const first of [0x41, 0x61]) {
    table.fill(ByteClass.hexLetter, first, first + 6);
    table.fill(ByteClass.letter, first + 6, first + 26);
  }
  table[0x2d] = ByteClass.hyphen;
  table[0x5f] = ByteClass.underscore;
  return table;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

export function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
