/**
 * Looks for an ASCII word among bytes (Boyer, Moore, Horspool 1980): most steps skip the word's length, and nothing
 * is decoded: in Node 20 making a string of 64 KiB costs ten times the search.
 */
export class ByteSearch {
  private readonly wanted: Uint8Array;
  private readonly skip: Uint8Array;

  /** Words longer than 255 bytes are sought by their first 255. */
  constructor(word: string) {
    this.wanted = Uint8Array.from(word.slice(0, 255), (char) => char.charCodeAt(0));
    const { length } = this.wanted;
    this.skip = new Uint8Array(256).fill(length);
    for (let i = 0; i + 1 < length; i++) this.skip[this.wanted[i]] = length - 1 - i;
  }

  /** Where the word begins as a word of its own, at or behind `from`; -1 where it does not. */
  next(bytes: Uint8Array, from: number): number {
    const last = this.wanted.length - 1;
    if (last < 0) return -1;
    for (let end = from + last; end < bytes.length; end += this.skip[bytes[end]]) {
      const at = end - last;
      if (this.matches(bytes, at) && !isWordByte(bytes[at - 1]) && !isWordByte(bytes[end + 1])) return at;
    }
    return -1;
  }

  private matches(bytes: Uint8Array, at: number): boolean {
    for (let i = this.wanted.length - 1; i >= 0; i--) if (bytes[at + i] !== this.wanted[i]) return false;
    return true;
  }
}

/** Of what `wordsOf` takes into a word; undefined is outside. */
function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
  return isLetter || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x5f;
}
