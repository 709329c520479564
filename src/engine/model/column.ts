/**
 * Columns that grow block by block.
 *
 * A doubling array would hold old and new copies at once (three times the data at 10 million lines);
 * blocks are never copied, and a full block can be transferred as it is.
 *
 * Each class has methods of its own: V8 learns per function, and one `push` shared by arrays of three kinds would
 * check the kind at every access, a third of the time of filling a record's row.
 */
export const blockBits = 16;
export const blockLength = 1 << blockBits;
export const blockMask = blockLength - 1;

export class Uint8Column {
  private readonly blocks: Uint8Array[] = [];
  length = 0;

  get(index: number): number {
    return this.blocks[index >>> blockBits][index & blockMask];
  }

  push(value: number): void {
    const index = this.length++;
    if ((index & blockMask) === 0) this.blocks.push(new Uint8Array(blockLength));
    this.blocks[index >>> blockBits][index & blockMask] = value;
  }

  /** Pushes the first `count` of the values. */
  append(values: Uint8Array, count: number): void {
    for (let at = 0; at < count; ) {
      const row = this.length & blockMask;
      if (row === 0) this.blocks.push(new Uint8Array(blockLength));
      const taken = Math.min(count - at, blockLength - row);
      this.blocks[this.length >>> blockBits].set(values.subarray(at, at + taken), row);
      this.length += taken;
      at += taken;
    }
  }

  /** Keeps the first `length` rows. */
  truncate(length: number): void {
    this.length = length;
    this.blocks.length = blocksFor(length);
  }
}

export class Uint16Column {
  private readonly blocks: Uint16Array[] = [];
  length = 0;

  get(index: number): number {
    return this.blocks[index >>> blockBits][index & blockMask];
  }

  push(value: number): void {
    const index = this.length++;
    if ((index & blockMask) === 0) this.blocks.push(new Uint16Array(blockLength));
    this.blocks[index >>> blockBits][index & blockMask] = value;
  }

  /** Pushes the first `count` of the values. */
  append(values: Uint16Array, count: number): void {
    for (let at = 0; at < count; ) {
      const row = this.length & blockMask;
      if (row === 0) this.blocks.push(new Uint16Array(blockLength));
      const taken = Math.min(count - at, blockLength - row);
      this.blocks[this.length >>> blockBits].set(values.subarray(at, at + taken), row);
      this.length += taken;
      at += taken;
    }
  }

  /** Keeps the first `length` rows. */
  truncate(length: number): void {
    this.length = length;
    this.blocks.length = blocksFor(length);
  }
}

export class Uint32Column {
  private readonly blocks: Uint32Array[] = [];
  length = 0;

  get(index: number): number {
    return this.blocks[index >>> blockBits][index & blockMask];
  }

  set(index: number, value: number): void {
    this.blocks[index >>> blockBits][index & blockMask] = value;
  }

  push(value: number): void {
    const index = this.length++;
    if ((index & blockMask) === 0) this.blocks.push(new Uint32Array(blockLength));
    this.blocks[index >>> blockBits][index & blockMask] = value;
  }

  /** Keeps the first `length` rows. */
  truncate(length: number): void {
    this.length = length;
    this.blocks.length = blocksFor(length);
  }
}

/** One bit each. */
export class BitColumn {
  private readonly blocks: Uint8Array[] = [];
  length = 0;

  get(index: number): boolean {
    return ((this.blocks[index >>> blockBits][(index & blockMask) >>> 3] >>> (index & 7)) & 1) === 1;
  }

  push(value: boolean): void {
    const index = this.length++;
    if ((index & blockMask) === 0) this.blocks.push(new Uint8Array(blockLength >>> 3));
    if (value) this.blocks[index >>> blockBits][(index & blockMask) >>> 3] |= 1 << (index & 7);
  }

  /** Pushes the first `count` of the values, 0 or 1. */
  append(values: Uint8Array, count: number): void {
    for (let at = 0; at < count; ) {
      const row = this.length & blockMask;
      if (row === 0) this.blocks.push(new Uint8Array(blockLength >>> 3));
      const end = Math.min(count, at + blockLength - row);
      setBits(this.blocks[this.length >>> blockBits], row, values.subarray(at, end));
      this.length += end - at;
      at = end;
    }
  }

  /** Keeps the first `length` rows. */
  truncate(length: number): void {
    this.length = length;
    this.blocks.length = blocksFor(length);
    // `push` only sets bits: those of the rows given up must not shine through.
    const kept = length & blockMask;
    if (kept === 0) return;
    const block = this.blocks[length >>> blockBits];
    block[kept >>> 3] &= (1 << (kept & 7)) - 1;
    block.fill(0, (kept >>> 3) + 1);
  }
}

/** Sets the bits from `row` on where the values, 0 or 1, are 1. */
function setBits(block: Uint8Array, row: number, values: Uint8Array): void {
  for (let i = 0; i < values.length; i++) if (values[i] === 1) block[(row + i) >>> 3] |= 1 << ((row + i) & 7);
}

/** Blocks that `length` rows take. */
export function blocksFor(length: number): number {
  return Math.ceil(length / blockLength);
}
