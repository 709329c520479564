/** Bytes as the time stamp shapes name them. */
export const space = 0x20;
export const comma = 0x2c;
export const dash = 0x2d;
export const dot = 0x2e;
export const slash = 0x2f;
export const zero = 0x30;
export const colon = 0x3a;
export const underscore = 0x5f;

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

export function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** The two decimal digits at `pos`, -1 where there are none or the text ends. */
export function twoDigits(bytes: Uint8Array, pos: number, end: number): number {
  if (pos + 2 > end) return -1;
  const tens = bytes[pos] - zero;
  const units = bytes[pos + 1] - zero;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : -1;
}

export function fourDigits(bytes: Uint8Array, pos: number, end: number): number {
  const high = twoDigits(bytes, pos, end);
  const low = twoDigits(bytes, pos + 2, end);
  return high < 0 || low < 0 ? -1 : high * 100 + low;
}

/** Where the digits that begin at `pos` end. */
export function afterDigits(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (i < end && isDigit(bytes[i])) i++;
  return i;
}

export function afterSpaces(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (i < end && bytes[i] === space) i++;
  return i;
}
