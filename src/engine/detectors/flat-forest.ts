import type { TreeNode } from 'ml-isolation-forest';
import { libraryPathLength, paperPathLength } from './path-length';
import { blockRows, type DescentTree, descentLevels, TreeDescent } from './tree-descent';

/**
 * Isolation trees in three flat columns, each tree filled up to the same depth: children of node n are 2n and 2n + 1, so
 * that a step down is arithmetic and never a jump the processor has to guess. Below a leaf that comes early all
 * nodes lead to its path length.
 */
export class FlatForest {
  private readonly trees: TreeNode[] = [];
  private packed: PackedTrees | undefined;
  /** By whole blocks of rows of one width. */
  private descent: TreeDescent | undefined;
  private readonly normalPathLength: number;

  /** `sampleSize`: rows each tree is grown from. */
  constructor(sampleSize: number) {
    this.normalPathLength = paperPathLength(sampleSize);
  }

  add(root: TreeNode): void {
    this.trees.push(root);
    this.packed = undefined;
    this.descent = undefined;
  }

  /** Path length of the row at `offset` in one tree, equal to the library's. */
  pathLength(tree: number, rows: Float64Array, offset: number): number {
    const { depth, columns, values, lengths } = this.pack();
    const base = tree << depth;
    let node = 1;
    for (let level = 0; level < depth; level++) {
      node = 2 * node + +(rows[offset + columns[base + node]] >= values[base + node]);
    }
    return lengths[base + node - (1 << depth)];
  }

  /** Anomaly score of Liu et al. 2008: 2^(−mean path length / c(n)); about 0.5 for what is ordinary, towards 1 for outliers. */
  score(rows: Float64Array, offset: number): number {
    let total = 0;
    for (let tree = 0; tree < this.trees.length; tree++) total += this.pathLength(tree, rows, offset);
    return this.scoreOf(total);
  }

  /** Scores of rows of `width` values that stand one behind the other, into `scores`, one each. */
  scoreRows(rows: Float64Array, width: number, scores: Float64Array): void {
    const descent = this.descentOf(width);
    if (descent === undefined) {
      for (let row = 0; row < scores.length; row++) scores[row] = this.score(rows, row * width);
      return;
    }
    const { block, totals } = descent;
    for (let first = 0; first < scores.length; first += blockRows) {
      const count = Math.min(blockRows, scores.length - first);
      copyColumns(rows, width, first, count, block);
      descent.run();
      for (let row = 0; row < count; row++) scores[first + row] = this.scoreOf(totals[row]);
    }
  }

  /** Undefined where a tree is too deep, or the host has no WebAssembly: then rows go down one by one, three times as slowly. */
  private descentOf(width: number): TreeDescent | undefined {
    const { descents } = this.pack();
    if (descents.length === 0 || this.descent?.width === width) return this.descent;
    try {
      this.descent = new TreeDescent(descents, width);
    } catch {
      this.descent = undefined;
    }
    return this.descent;
  }

  private scoreOf(totalLength: number): number {
    return 2 ** (-totalLength / this.trees.length / this.normalPathLength);
  }

  private pack(): PackedTrees {
    this.packed ??= packTrees(this.trees);
    return this.packed;
  }
}

interface PackedTrees {
  readonly depth: number;
  /** Column of the row that an inner node looks at; nodes of tree t stand from `t << depth` on, its root at 1. */
  readonly columns: Uint16Array;
  /** Rows below it go left. */
  readonly values: Float64Array;
  /** Path lengths of the leaves, from `t << depth` on. */
  readonly lengths: Float64Array;
  /** The same, one by one, for whole blocks of rows; none where a tree is too deep. */
  readonly descents: readonly DescentTree[];
}

function packTrees(trees: readonly TreeNode[]): PackedTrees {
  const depth = Math.max(descentLevels, ...trees.map(depthOf));
  const size = trees.length << depth;
  const columns = new Uint16Array(size);
  const values = new Float64Array(size);
  const lengths = new Float64Array(size);
  const packed = { depth, columns, values, lengths, descents: [] };
  for (const [tree, root] of trees.entries()) packNode(packed, tree << depth, root, 1, 0);
  return depth === descentLevels ? { ...packed, descents: descentsOf(packed, trees.length) } : packed;
}

function descentsOf({ depth, columns, values, lengths }: PackedTrees, trees: number): DescentTree[] {
  return Array.from({ length: trees }, (_, tree) => {
    const [from, to] = [tree << depth, (tree + 1) << depth];
    return {
      columns: columns.subarray(from, to),
      values: values.subarray(from, to),
      lengths: lengths.subarray(from, to),
    };
  });
}

/** Rows `[first, first + count)` as a block of columns. */
function copyColumns(
  rows: Float64Array,
  width: number,
  first: number,
  count: number,
  block: Float64Array,
): void {
  for (let column = 0; column < width; column++) {
    const start = column * blockRows;
    let from = first * width + column;
    for (let row = 0; row < count; row++) {
      block[start + row] = rows[from];
      from += width;
    }
  }
}

function depthOf({ left, right }: TreeNode): number {
  return left === undefined || right === undefined ? 0 : 1 + Math.max(depthOf(left), depthOf(right));
}

function packNode(packed: PackedTrees, base: number, node: TreeNode, index: number, level: number): void {
  const { depth, columns, values, lengths } = packed;
  if (node.left === undefined || node.right === undefined) {
    const below = depth - level;
    const first = base + (index << below) - (1 << depth);
    lengths.fill(level + libraryPathLength(node.trainingSet?.length ?? 0), first, first + (1 << below));
    return;
  }
  columns[base + index] = node.splitColumn;
  values[base + index] = node.splitValue;
  packNode(packed, base, node.left, 2 * index, level + 1);
  packNode(packed, base, node.right, 2 * index + 1, level + 1);
}
