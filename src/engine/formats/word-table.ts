const empty = -1;

/**
 * A fixed list of words, looked up by bytes without regard to case and without making a string. Open addressing over
 * a few bytes of the word: most look-ups in a log are of words that are none of the list and end at an empty slot.
 */
export class WordTable {
  private readonly bytes: readonly Uint8Array[];
  private readonly longest: number;
  private readonly shortest: number;
  private readonly slots: Int16Array;

  constructor(words: readonly string[]) {
    const encoder = new TextEncoder();
    this.bytes = words.map((word) => encoder.encode(word).map(fold));
    const lengths = this.bytes.map((word) => word.length);
    this.longest = Math.max(...lengths);
    this.shortest = Math.min(...lengths);
    this.slots = new Int16Array(2 ** Math.ceil(Math.log2(words.length * 8))).fill(empty);
    for (const [index, word] of this.bytes.entries()) this.slots[this.freeSlot(word)] = index;
  }

  /** Which word `bytes[start, end)` is, or -1. */
  indexOf(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > this.longest || end - start < this.shortest) return -1;
    const mask = this.slots.length - 1;
    for (let slot = hashOf(bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const index = this.slots[slot];
      if (index === empty || isSame(this.bytes[index], bytes, start, end)) return index;
    }
  }

  private freeSlot(word: Uint8Array): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(word, 0, word.length) & mask;
    while (this.slots[slot] !== empty) slot = (slot + 1) & mask;
    return slot;
  }
}

/** Of length, first, middle and last byte. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  const outer = fold(bytes[start]) | (fold(bytes[end - 1]) << 8);
  const inner = fold(bytes[(start + end) >>> 1]) | ((end - start) << 8);
  const mixed = Math.imul(outer, 0x9e3779b1) ^ Math.imul(inner, 0x85ebca77);
  return mixed ^ (mixed >>> 15);
}

/** `word` is folded. */
function isSame(word: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (fold(bytes[start + i]) !== word[i]) return false;
  return true;
}

/** Lower case for letters; what it does to other ASCII is harmless here, and bytes of other scripts stay as they are. */
function fold(byte: number): number {
  return byte < 0x80 ? byte | 0x20 : byte;
}
