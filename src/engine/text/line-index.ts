/** A whole number of these is a whole number of the steps line ends are counted in. */
export const indexBlockBytes = 64 << 10;

/**
 * How many line ends stand before every 64 KiB of a text: a line is found by bisection and a look at one block. 4 bytes a block,
 * so 0.3 MB for 5 GB.
 */
export class LineIndex {
  private before = new Uint32Array(64);
  private counted = 0;

  /** Blocks counted; the last may be shorter than the others. */
  get blocks(): number {
    return this.counted;
  }

  /** In all blocks counted. */
  get lineEnds(): number {
    return this.before[this.counted];
  }

  /** In the blocks before this one. */
  lineEndsBefore(block: number): number {
    return this.before[Math.min(block, this.counted)];
  }

  /** The line ends of the blocks from `block` on, in the place of what was there. */
  replaceFrom(block: number, lineEnds: ArrayLike<number>): void {
    if (block > this.counted) throw new RangeError(`block ${block} of ${this.counted}`);
    this.reserve(block + lineEnds.length + 1);
    for (let i = 0; i < lineEnds.length; i++) {
      this.before[block + i + 1] = this.before[block + i] + lineEnds[i];
    }
    this.counted = block + lineEnds.length;
  }

  /** The block in which the n-th line end stands, from 1 on; undefined where so many were not counted. */
  blockOfLineEnd(n: number): number | undefined {
    if (n < 1 || n > this.lineEnds) return undefined;
    let low = 0;
    let high = this.counted;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.before[middle] < n) low = middle;
      else high = middle;
    }
    return low;
  }

  private reserve(length: number): void {
    if (length <= this.before.length) return;
    const larger = new Uint32Array(Math.max(length, this.before.length * 2));
    larger.set(this.before);
    this.before = larger;
  }
}

const none = new Uint32Array(0);
/** A block of line feeds fills it; a fresh one for every block would be four times the block to collect. */
let scratch = new Uint32Array(indexBlockBytes);
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Where lines begin behind the line ends in `bytes[0, length)`, ascending, 1 to `length`. The byte at `length`, where there is
 * one, says whether a CR that comes last is half of a CR LF.
 */
export function lineStartsIn(bytes: Uint8Array, length: number): Uint32Array {
  const block = bytes.subarray(0, length);
  if (!block.includes(lineFeed) && !block.includes(carriageReturn)) return none;
  if (scratch.length < length) scratch = new Uint32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i];
    if (byte > carriageReturn) continue;
    const ends = byte === lineFeed || (byte === carriageReturn && bytes[i + 1] !== lineFeed);
    if (ends) scratch[count++] = i + 1;
  }
  return scratch.slice(0, count);
}

/** How many of the ascending numbers are not above `limit`. */
export function countUpTo(ascending: Uint32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
