/** A fixed list of words, looked up by bytes without regard to case and without making a string. */
export class WordTable {
  private readonly indexOfHash = new Map<number, number>();
  private readonly bytes: readonly Uint8Array[];
  private readonly longest: number;

  /** Throws where two of the words share a hash: the list is fixed, so that shows when it is written. */
  constructor(words: readonly string[]) {
    const encoder = new TextEncoder();
    this.bytes = words.map((word) => encoder.encode(word));
    this.longest = Math.max(...this.bytes.map((word) => word.length));
    for (const [index, word] of this.bytes.entries()) {
      const hash = hashOf(word, 0, word.length);
      if (this.indexOfHash.has(hash)) throw new Error(`${words[index]} shares a hash`);
      this.indexOfHash.set(hash, index);
    }
  }

  /** Which word `bytes[start, end)` is, or -1. */
  indexOf(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > this.longest) return -1;
    const index = this.indexOfHash.get(hashOf(bytes, start, end));
    if (index === undefined) return -1;
    const word = this.bytes[index];
    if (word.length !== end - start) return -1;
    for (let i = 0; i < word.length; i++) if (fold(bytes[start + i]) !== fold(word[i])) return -1;
    return index;
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + fold(bytes[i])) | 0;
  return hash;
}

/** Lower case for letters; what it does to other ASCII is harmless here, and bytes of other scripts stay as they are. */
function fold(byte: number): number {
  return byte < 0x80 ? byte | 0x20 : byte;
}
