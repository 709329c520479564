/** A set of lines, one bit each from the least significant on; up to 10⁹ of them. */
export class LineBits {
  private readonly words: Uint32Array;
  /** Lines before every `stretch` words. */
  private readonly before: Uint32Array;
  readonly count: number;

  constructor(bits: ArrayBuffer) {
    const bytes = new Uint8Array(Math.ceil(bits.byteLength / 4) * 4);
    bytes.set(new Uint8Array(bits));
    this.words = new Uint32Array(bytes.buffer);
    this.before = new Uint32Array(Math.ceil(this.words.length / stretch) + 1);
    this.count = this.countAll();
  }

  private countAll(): number {
    let count = 0;
    for (let index = 0; index < this.words.length; index++) {
      if (index % stretch === 0) this.before[index / stretch] = count;
      count += bitsIn(this.words[index]);
    }
    return count;
  }

  has(line: number): boolean {
    return ((this.words[line >>> 5] ?? 0) & (1 << (line & 31))) !== 0;
  }

  /** How many lines of the set come before `line`. */
  countBefore(line: number): number {
    const last = Math.min(line >>> 5, this.words.length);
    let index = Math.floor(last / stretch) * stretch;
    let count = this.before[index / stretch] ?? this.count;
    for (; index < last; index++) count += bitsIn(this.words[index]);
    const rest = line & 31;
    if (line >>> 5 < this.words.length && rest > 0) count += bitsIn(this.words[last] & ((1 << rest) - 1));
    return count;
  }

  /** The first at or after `line`; -1 where none is. */
  next(line: number): number {
    let index = line >>> 5;
    if (index >= this.words.length) return -1;
    let word = this.words[index] & (-1 << (line & 31));
    while (word === 0) {
      if (++index >= this.words.length) return -1;
      word = this.words[index];
    }
    return index * 32 + (31 - Math.clz32(word & -word));
  }

  /** The last at or before `line`; -1 where none is. */
  previous(line: number): number {
    if (line < 0) return -1;
    let index = Math.min(line >>> 5, this.words.length - 1);
    if (index < 0) return -1;
    const isWithin = line >>> 5 === index;
    let word = isWithin ? this.words[index] & (-1 >>> (31 - (line & 31))) : this.words[index];
    while (word === 0) {
      if (--index < 0) return -1;
      word = this.words[index];
    }
    return index * 32 + (31 - Math.clz32(word));
  }
}

const stretch = 1024;

/** Hacker's Delight, 5-1. */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
