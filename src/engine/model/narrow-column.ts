import { blockBits, blockLength, blockMask, blocksFor } from './column';

const greatestNarrow = 0xffff;

/**
 * Whole numbers of up to four bytes that usually need two: each is kept as what it is above where it was expected. A block
 * in which one needs more takes four.
 */
export class NarrowColumn {
  private readonly blocks: (Uint16Array | Uint32Array)[] = [];
  private readonly bases: number[] = [];
  length = 0;

  /** `slope`: 0 for small numbers; 1 for numbers that rise by one or more, which count from the first of their block. */
  constructor(private readonly slope: 0 | 1) {}

  get(index: number): number {
    const block = index >>> blockBits;
    const row = index & blockMask;
    return this.bases[block] + this.slope * row + this.blocks[block][row];
  }

  push(value: number): void {
    const index = this.length++;
    const block = index >>> blockBits;
    const row = index & blockMask;
    if (row === 0) {
      this.blocks.push(new Uint16Array(blockLength));
      this.bases.push(this.slope * value);
    }
    const above = value - this.bases[block] - this.slope * row;
    if (above > greatestNarrow) this.widen(block);
    this.blocks[block][row] = above;
  }

  /** Pushes `first` plus each of the first `count` of the values. */
  append(first: number, values: Uint32Array, count: number): void {
    for (let at = 0; at < count; ) {
      // The first of a block, and what does not fit, is pushed alone: it may replace the block.
      this.push(first + values[at++]);
      at = this.appendFitting(first, values, at, count);
    }
  }

  private appendFitting(first: number, values: Uint32Array, from: number, count: number): number {
    const index = this.length - 1;
    const block = this.blocks[index >>> blockBits];
    const greatest = block instanceof Uint16Array ? greatestNarrow : Number.POSITIVE_INFINITY;
    const end = Math.min(count, from + blockMask - (index & blockMask));
    let row = index & blockMask;
    let above = first - this.bases[index >>> blockBits] - this.slope * row;
    let at = from;
    for (; at < end; at++) {
      above -= this.slope;
      const value = above + values[at];
      if (value > greatest) break;
      block[++row] = value;
    }
    this.length += at - from;
    return at;
  }

  /** Keeps the first `length` rows. */
  truncate(length: number): void {
    this.length = length;
    this.blocks.length = blocksFor(length);
    this.bases.length = this.blocks.length;
  }

  private widen(block: number): void {
    if (this.blocks[block] instanceof Uint16Array) this.blocks[block] = Uint32Array.from(this.blocks[block]);
  }
}
