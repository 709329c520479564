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
