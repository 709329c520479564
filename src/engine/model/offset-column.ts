import { blockBits, blockLength, blockMask, blocksFor } from './column';

/** What four bytes hold above a block's first offset. */
const greatestDelta = 0xffffffff;

/**
 * Byte offsets that mostly rise: four bytes each, counted from the first of their block. A block in which one does not
 * fit (it begins a new source, or lines hold gigabytes) takes eight.
 */
export class OffsetColumn {
  private readonly blocks: (Uint32Array | Float64Array)[] = [];
  private readonly bases: number[] = [];
  length = 0;

  get(index: number): number {
    const block = index >>> blockBits;
    return this.bases[block] + this.blocks[block][index & blockMask];
  }

  push(offset: number): void {
    const index = this.length++;
    const block = index >>> blockBits;
    if ((index & blockMask) === 0) {
      this.blocks.push(new Uint32Array(blockLength));
      this.bases.push(offset);
    }
    const delta = offset - this.bases[block];
    if (delta < 0 || delta > greatestDelta) this.widen(block);
    this.blocks[block][index & blockMask] = delta;
  }

  /** Pushes `offset` plus each of the first `count` of the values. */
  append(offset: number, values: Uint32Array, count: number): void {
    for (let at = 0; at < count; ) {
      // The first of a block, and what does not fit, is pushed alone: it may replace the block.
      this.push(offset + values[at++]);
      at = this.appendFitting(offset, values, at, count);
    }
  }

  private appendFitting(offset: number, values: Uint32Array, from: number, count: number): number {
    const index = this.length - 1;
    const block = this.blocks[index >>> blockBits];
    const above = offset - this.bases[index >>> blockBits];
    const end = Math.min(count, from + blockMask - (index & blockMask));
    let row = index & blockMask;
    let at = from;
    for (; at < end; at++) {
      const delta = above + values[at];
      if (delta < 0 || delta > greatestDelta) break;
      block[++row] = delta;
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
    if (this.blocks[block] instanceof Uint32Array) this.blocks[block] = Float64Array.from(this.blocks[block]);
  }
}
