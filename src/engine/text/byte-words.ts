/**
 * Four bytes at a time, as the 32-bit words a DataView reads at any offset ("SIMD within a register"; Warren,
 * Hacker's Delight, 6-1). Of a word's bytes those looked for have their high bit set in the answer. Above the lowest such
 * byte the subtraction may carry, so only the lowest is sure: `firstFlagged`.
 */
const highBits = 0x80808080;

/** Bytes below 0x20: line ends, escapes, tabs, NULs. */
export function controlsIn(word: number): number {
  return (word - 0x20202020) & ~word & highBits;
}

/** `"` and `\`, by the bytes that become zero. */
export function quotesAndBackslashesIn(word: number): number {
  const quotes = word ^ 0x22222222;
  const backslashes = word ^ 0x5c5c5c5c;
  return (((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes)) & highBits;
}

/** `0` to `9`. */
export function digitsIn(word: number): number {
  const fromZero = word ^ 0x30303030;
  return (fromZero - 0x0a0a0a0a) & ~fromZero & highBits;
}

/** All but `0` to `9`; here every flag is sure. */
export function otherThanDigitsIn(word: number): number {
  const fromZero = word ^ 0x30303030;
  return (((fromZero & 0x7f7f7f7f) + 0x76767676) | fromZero) & highBits;
}

/** A mask of a word's first `count` bytes, 0 to 3. */
export function lowBytes(count: number): number {
  return (1 << (count << 3)) - 1;
}

/** The up to three bytes `[start, end)` as a word, zeros behind them. */
export function partOfWord(words: DataView, start: number, end: number): number {
  if (start + 4 <= words.byteLength) return words.getInt32(start, true) & lowBytes(end - start);
  let part = 0;
  for (let i = end - 1; i >= start; i--) part = (part << 8) | words.getUint8(i);
  return part;
}

/** Which byte of the word, 0 to 3, is the lowest flagged one; `flags` is not 0. */
export function firstFlagged(flags: number): number {
  return (31 - Math.clz32(flags & -flags)) >> 3;
}

/** Words of one buffer after another: a view is made once a buffer, not once a line. Read little-endian. */
export class WordReader {
  private bytes: Uint8Array | undefined;
  private words: DataView = new DataView(new ArrayBuffer(0));

  of(bytes: Uint8Array): DataView {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return this.words;
  }
}
