import { type Code, moduleOf, type } from '../wasm/code';
import { double, get, int, repeatWhile, set } from '../wasm/expressions';
import { memoryOf, type Program, programOf } from '../wasm/host';

/** Rows of a block: they and one tree together stay in the processor's nearest cache. */
export const blockRows = 128;
/** Steps down, and so the depth that every tree is filled up to: no tree of 256 rows is deeper. */
export const descentLevels = 9;

/** Number of the first leaf, and how many there are. */
const leaves = 1 << descentLevels;
/** Rows that go down together: a step waits for its loads, of which eight rows have eight on the way. */
const abreast = 8;
const doubleBytes = 8;
/** A node is a value (rows below it go left) and, behind it, where its column begins. */
const nodeBytes = 16;
const columnOffset = 8;
const treeBytes = leaves * (nodeBytes + doubleBytes);

/** One tree, filled up to `descentLevels`: children of node n are 2n and 2n + 1, the root is 1. */
export interface DescentTree {
  /** Column of the row that a node looks at. */
  readonly columns: Uint16Array;
  /** Rows below it go left. */
  readonly values: Float64Array;
  /** Path lengths of the leaves. */
  readonly lengths: Float64Array;
}

/** Parameters, then locals: `row` counts bytes, nodes too. */
const [tree, end, totals, row] = [0, 1, 2, 3];
const nodes = Array.from({ length: abreast }, (_, i) => 4 + i);

const step = (node: number, i: number): Code => {
  const column = int.at(int.add(get(tree), get(node)), columnOffset);
  const value = double.at(int.add(get(tree), get(node)));
  const goesRight = double.isAtLeast(double.at(int.add(column, get(row)), i * doubleBytes), value);
  const left = int.shiftLeft(get(node), int.of(1));
  return set(node, int.add(left, int.shiftLeft(goesRight, int.of(Math.log2(nodeBytes)))));
};

const addLength = (node: number, i: number): Code => {
  const total = int.add(get(totals), get(row));
  // Of leaf `leaves`, the first, half of its node's place is `leaves * doubleBytes`.
  const place = int.add(get(tree), int.shiftRight(get(node), int.of(1)));
  const length = double.at(place, leaves * nodeBytes - leaves * doubleBytes);
  return double.store(total, i * doubleBytes, double.add(double.at(total, i * doubleBytes), length));
};

/**
 * (first tree, end of trees, totals) adds the path lengths of all rows of the block. No loop over levels, no branch: 0.94 ns a
 * step where JavaScript takes 1.39, written out likewise (`node scripts/bench/forest.mjs`).
 */
const descentProgram = moduleOf({
  name: 'descend',
  parameters: [type.i32, type.i32, type.i32],
  result: type.i32,
  locals: new Array<number>(1 + abreast).fill(type.i32),
  body: [
    ...repeatWhile(int.isBelow(get(tree), get(end)), [
      set(row, int.of(0)),
      repeatWhile(int.isBelow(get(row), int.of(blockRows * doubleBytes)), [
        ...nodes.map((node) => set(node, int.of(nodeBytes))),
        ...Array.from({ length: descentLevels }, () => nodes.map(step)).flat(),
        ...nodes.map(addLength),
        set(row, int.add(get(row), int.of(abreast * doubleBytes))),
      ]),
      set(tree, int.add(get(tree), int.of(treeBytes))),
    ]),
    ...int.of(0),
  ],
});

/** Trees and a block of rows where WebAssembly goes down them. */
export class TreeDescent {
  /** The block's columns of `blockRows` values, one behind the other. */
  readonly block: Float64Array;
  /** What `run` answers, by row of the block. */
  readonly totals: Float64Array;
  private readonly descend: Program;
  private readonly blockAt: number;

  /** Throws where the host has no WebAssembly, or no room. */
  constructor(
    trees: readonly DescentTree[],
    readonly width: number,
  ) {
    this.blockAt = trees.length * treeBytes;
    const totalsAt = this.blockAt + blockRows * width * doubleBytes;
    const memory = memoryOf(totalsAt + blockRows * doubleBytes);
    this.block = new Float64Array(memory.buffer, this.blockAt, blockRows * width);
    this.totals = new Float64Array(memory.buffer, totalsAt, blockRows);
    this.descend = programOf(descentProgram, 'descend', memory);
    const words = new DataView(memory.buffer);
    for (const [i, one] of trees.entries()) this.write(words, i * treeBytes, one);
  }

  /** The sum of the path lengths of each row. */
  run(): void {
    this.totals.fill(0);
    this.descend(0, this.blockAt, this.totals.byteOffset);
  }

  private write(words: DataView, at: number, { columns, values, lengths }: DescentTree): void {
    for (let node = 0; node < leaves; node++) {
      words.setFloat64(at + node * nodeBytes, values[node], true);
      const column = this.blockAt + columns[node] * blockRows * doubleBytes;
      words.setUint32(at + node * nodeBytes + columnOffset, column, true);
      words.setFloat64(at + leaves * nodeBytes + node * doubleBytes, lengths[node], true);
    }
  }
}
