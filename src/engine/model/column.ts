/**
 * Columns that grow block by block.
 *
 * A doubling array would hold old and new copies at once (three times the data at 10 million lines);
 * blocks are never copied, and a full block can be transferred as it is.
 */
const blockBits = 16;
const blockLength = 1 << blockBits;
const blockMask = blockLength - 1;

interface NumberBlock {
  [index: number]: number;
}

abstract class BlockColumn<Block extends NumberBlock> {
  protected readonly blocks: Block[] = [];
  length = 0;

  protected abstract allocate(length: number): Block;

  get(index: number): number {
    return this.blocks[index >>> blockBits][index & blockMask];
  }

  set(index: number, value: number): void {
    this.blocks[index >>> blockBits][index & blockMask] = value;
  }

  push(value: number): void {
    const index = this.length++;
    if ((index & blockMask) === 0) this.blocks.push(this.allocate(blockLength));
    this.blocks[index >>> blockBits][index & blockMask] = value;
  }
}

export class Uint8Column extends BlockColumn<Uint8Array> {
  protected allocate(length: number): Uint8Array {
    return new Uint8Array(length);
  }
}

export class Uint16Column extends BlockColumn<Uint16Array> {
  protected allocate(length: number): Uint16Array {
    return new Uint16Array(length);
  }
}

export class Uint32Column extends BlockColumn<Uint32Array> {
  protected allocate(length: number): Uint32Array {
    return new Uint32Array(length);
  }
}

export class Float64Column extends BlockColumn<Float64Array> {
  protected allocate(length: number): Float64Array {
    return new Float64Array(length);
  }
}
