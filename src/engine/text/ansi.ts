const escapeByte = 0x1b;
const bell = 0x07;

/**
 * Copies `bytes[start, end)` without its ANSI escape sequences (ECMA-48: CSI, OSC and the other strings,
 * two-byte escapes) to the front of `scratch`, which must hold `end - start` bytes.
 * Answers how many bytes were written, or -1 (scratch undefined) where there is no ESC and the bytes do as they are.
 */
export function stripAnsi(bytes: Uint8Array, start: number, end: number, scratch: Uint8Array): number {
  let at = start;
  while (at < end && bytes[at] !== escapeByte) at++;
  if (at === end) return -1;
  let length = 0;
  for (let i = start; i < end; ) {
    if (bytes[i] === escapeByte) i = afterEscape(bytes, i, end);
    else scratch[length++] = bytes[i++];
  }
  return length;
}

/** Where the sequence that begins with the ESC at `at` ends. */
export function afterEscape(bytes: Uint8Array, at: number, end: number): number {
  const kind = bytes[at + 1];
  if (at + 1 >= end) return end;
  if (kind === 0x5b) return afterControlSequence(bytes, at + 2, end);
  if (kind === 0x5d || kind === 0x50 || kind === 0x58 || kind === 0x5e || kind === 0x5f) {
    return afterString(bytes, at + 2, end);
  }
  let i = at + 1;
  while (i < end && bytes[i] >= 0x20 && bytes[i] <= 0x2f) i++;
  return i < end && bytes[i] >= 0x30 && bytes[i] <= 0x7e ? i + 1 : i;
}

/** Parameters and intermediates, then one final byte; a sequence broken off ends before the byte that breaks it. */
function afterControlSequence(bytes: Uint8Array, from: number, end: number): number {
  let i = from;
  while (i < end && bytes[i] >= 0x20 && bytes[i] <= 0x3f) i++;
  return i < end && bytes[i] >= 0x40 && bytes[i] <= 0x7e ? i + 1 : i;
}

/** To BEL or ESC \; where neither follows only the introducer goes, lest an open string hide the line. */
function afterString(bytes: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    if (bytes[i] === bell) return i + 1;
    if (bytes[i] === escapeByte) return bytes[i + 1] === 0x5c && i + 1 < end ? i + 2 : from;
  }
  return from;
}
