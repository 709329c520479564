const bitsPerBlock = 512;
const wordsPerBlock = bitsPerBlock / 32;

/**
 * A set of lines, one bit each from the least significant of byte 0 on, with the number of those before every 512 bits: what is the
 * how-manieth costs one look-up and at most 16 words, which is the n-th a bisection more (rank and select; Jacobson 1989).
 * 12.5 MB and 0.8 MB beside them at 10⁸ lines. The bits must not change afterwards.
 */
export class LineSet {
  /** How many lines are in it. */
  readonly size: number;
  private readonly words: Uint32Array;
  /** Members before each block, and all of them at the end. */
  private readonly before: Uint32Array;

  /** Of the lines `[0, length)`; bits beyond are left out, lines beyond the bits are not in it. */
  constructor(
    bits: ArrayBuffer,
    readonly length: number,
  ) {
    this.words = wordsOf(bits, length);
    this.before = countBefore(this.words);
    this.size = this.before[this.before.length - 1];
  }

  has(line: number): boolean {
    return line >= 0 && line < this.length && ((this.words[line >>> 5] >>> (line & 31)) & 1) === 1;
  }

  /** How many members stand before a line. */
  rank(line: number): number {
    if (line <= 0) return 0;
    if (line >= this.length) return this.size;
    const last = line >>> 5;
    let rank = this.before[Math.floor(line / bitsPerBlock)];
    for (let word = last - (last % wordsPerBlock); word < last; word++) rank += bitCount(this.words[word]);
    return rank + bitCount(this.words[last] & ~(-1 << (line & 31)));
  }

  /** The member that has so many before it; undefined where there are fewer. */
  select(rank: number): number | undefined {
    if (rank < 0 || rank >= this.size) return undefined;
    const block = this.blockOf(rank);
    let left = rank - this.before[block];
    let word = block * wordsPerBlock;
    for (let count = bitCount(this.words[word]); count <= left; count = bitCount(this.words[word])) {
      left -= count;
      word++;
    }
    return word * 32 + placeOfBit(this.words[word], left);
  }

  /** The first member from a line on. */
  next(line: number): number | undefined {
    return this.select(this.rank(line));
  }

  /** The last member before a line. */
  previous(line: number): number | undefined {
    return this.select(this.rank(line) - 1);
  }

  /** The last block with no more than `rank` members before it. */
  private blockOf(rank: number): number {
    let low = 0;
    let high = this.before.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.before[middle] <= rank) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** Bytes that a set of the lines `[0, length)` takes. */
export function bytesOfSet(length: number): number {
  return Math.ceil(length / 8);
}

/** Puts the lines `[from, until)` in. */
export function addLines(bits: Uint8Array, from: number, until: number): void {
  eachByteOf(from, until, (byte, mask) => {
    bits[byte] |= mask;
  });
}

/** Takes the lines `[from, until)` out. */
export function removeLines(bits: Uint8Array, from: number, until: number): void {
  eachByteOf(from, until, (byte, mask) => {
    bits[byte] &= ~mask;
  });
}

function eachByteOf(from: number, until: number, change: (byte: number, mask: number) => void): void {
  for (let line = from; line < until; ) {
    const end = Math.min(until, (Math.floor(line / 8) + 1) * 8);
    change(Math.floor(line / 8), ((1 << (end - line)) - 1) << (line % 8));
    line = end;
  }
}

/** As words of 32 lines, up to a whole block. Every processor VS Code runs on is little-endian. */
function wordsOf(bits: ArrayBuffer, length: number): Uint32Array {
  const words = new Uint32Array(Math.ceil(length / bitsPerBlock) * wordsPerBlock);
  const bytes = new Uint8Array(words.buffer);
  bytes.set(new Uint8Array(bits, 0, Math.min(bits.byteLength, bytesOfSet(length))));
  removeLines(bytes, length, words.length * 32);
  return words;
}

function countBefore(words: Uint32Array): Uint32Array {
  const before = new Uint32Array(words.length / wordsPerBlock + 1);
  let count = 0;
  for (let word = 0; word < words.length; word++) {
    if (word % wordsPerBlock === 0) before[word / wordsPerBlock] = count;
    count += bitCount(words[word]);
  }
  before[before.length - 1] = count;
  return before;
}

/** Warren, Hacker's Delight, figure 5-2. */
function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Where the bit stands that has `rank` set ones below it. */
function placeOfBit(word: number, rank: number): number {
  let left = word;
  for (let i = 0; i < rank; i++) left &= left - 1;
  return 31 - Math.clz32(left & -left);
}
