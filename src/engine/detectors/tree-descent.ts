/** Rows of a block: they and one tree together stay in the processor's nearest cache. */
export const blockRows = 128;
/** Steps down, and so the depth that every tree is filled up to: no tree of 256 rows is deeper. */
export const descentLevels = 9;

/** Number of the first leaf, and how many there are. */
const leaves = 1 << descentLevels;

/** One tree, filled up to `descentLevels`: children of node n are 2n and 2n + 1, the root is 1. */
export interface DescentTree {
  /** Where the column that a node looks at begins in the block. */
  readonly offsets: Uint16Array;
  /** Rows below it go left. */
  readonly values: Float64Array;
  /** Path lengths of the leaves. */
  readonly lengths: Float64Array;
}

/**
 * Adds to `totals` the path length of each row of a block, whose columns stand one behind the other, `blockRows` values each.
 *
 * Written out, all levels of eight rows, for what the compiler makes of it: each node's number has a range it can
 * tell, so steps need no check for overflow, and a step waits for its loads, of which eight rows have eight on the way. 1.0
 * ns a step; as a loop over levels 1.5, one row at a time 3, as a function a step 4 (`node scripts/bench/forest.mjs`).
 */
export function addPathLengths(
  { offsets, values, lengths }: DescentTree,
  block: Float64Array,
  totals: Float64Array,
): void {
  for (let r = 0; r < blockRows; r += 8) {
    let n0 = 1;
    let n1 = 1;
    let n2 = 1;
    let n3 = 1;
    let n4 = 1;
    let n5 = 1;
    let n6 = 1;
    let n7 = 1;
    n0 = 2 * n0 + +(block[offsets[n0] + r] >= values[n0]);
    n1 = 2 * n1 + +(block[offsets[n1] + r + 1] >= values[n1]);
    n2 = 2 * n2 + +(block[offsets[n2] + r + 2] >= values[n2]);
    n3 = 2 * n3 + +(block[offsets[n3] + r + 3] >= values[n3]);
    n4 = 2 * n4 + +(block[offsets[n4] + r + 4] >= values[n4]);
    n5 = 2 * n5 + +(block[offsets[n5] + r + 5] >= values[n5]);
    n6 = 2 * n6 + +(block[offsets[n6] + r + 6] >= values[n6]);
    n7 = 2 * n7 + +(block[offsets[n7] + r + 7] >= values[n7]);
    n0 = 2 * n0 + +(block[offsets[n0] + r] >= values[n0]);
    n1 = 2 * n1 + +(block[offsets[n1] + r + 1] >= values[n1]);
    n2 = 2 * n2 + +(block[offsets[n2] + r + 2] >= values[n2]);
    n3 = 2 * n3 + +(block[offsets[n3] + r + 3] >= values[n3]);
    n4 = 2 * n4 + +(block[offsets[n4] + r + 4] >= values[n4]);
    n5 = 2 * n5 + +(block[offsets[n5] + r + 5] >= values[n5]);
    n6 = 2 * n6 + +(block[offsets[n6] + r + 6] >= values[n6]);
    n7 = 2 * n7 + +(block[offsets[n7] + r + 7] >= values[n7]);
    n0 = 2 * n0 + +(block[offsets[n0] + r] >= values[n0]);
    n1 = 2 * n1 + +(block[offsets[n1] + r + 1] >= values[n1]);
    n2 = 2 * n2 + +(block[offsets[n2] + r + 2] >= values[n2]);
    n3 = 2 * n3 + +(block[offsets[n3] + r + 3] >= values[n3]);
    n4 = 2 * n4 + +(block[offsets[n4] + r + 4] >= values[n4]);
    n5 = 2 * n5 + +(block[offsets[n5] + r + 5] >= values[n5]);
    n6 = 2 * n6 + +(block[offsets[n6] + r + 6] >= values[n6]);
    n7 = 2 * n7 + +(block[offsets[n7] + r + 7] >= values[n7]);
    n0 = 2 * n0 + +(block[offsets[n0] + r] >= values[n0]);
    n1 = 2 * n1 + +(block[offsets[n1] + r + 1] >= values[n1]);
    n2 = 2 * n2 + +(block[offsets[n2] + r + 2] >= values[n2]);
    n3 = 2 * n3 + +(block[offsets[n3] + r + 3] >= values[n3]);
    n4 = 2 * n4 + +(block[offsets[n4] + r + 4] >= values[n4]);
    n5 = 2 * n5 + +(block[offsets[n5] + r + 5] >= values[n5]);
    n6 = 2 * n6 + +(block[offsets[n6] + r + 6] >= values[n6]);
    n7 = 2 * n7 + +(block[offsets[n7] + r + 7] >= values[n7]);
    n0 = 2 * n0 + +(block[offsets[n0] + r] >= values[n0]);
    n1 = 2 * n1 + +(block[offsets[n1] + r + 1] >= values[n1]);
    n2 = 2 * n2 + +(block[offsets[n2] + r + 2] >= values[n2]);
    n3 = 2 * n3 + +(block[offsets[n3] + r + 3] >= values[n3]);
    n4 = 2 * n4 + +(block[offsets[n4] + r + 4] >= values[n4]);
    n5 = 2 * n5 + +(block[offsets[n5] + r + 5] >= values[n5]);
    n6 = 2 * n6 + +(block[offsets[n6] + r + 6] >= values[n6]);
    n7 = 2 * n7 + +(block[offsets[n7] + r + 7] >= values[n7]);
    n0 = 2 * n0 + +(block[offsets[n0] + r] >= values[n0]);
    n1 = 2 * n1 + +(block[offsets[n1] + r + 1] >= values[n1]);
    n2 = 2 * n2 + +(block[offsets[n2] + r + 2] >= values[n2]);
    n3 = 2 * n3 + +(block[offsets[n3] + r + 3] >= values[n3]);
    n4 = 2 * n4 + +(block[offsets[n4] + r + 4] >= values[n4]);
    n5 = 2 * n5 + +(block[offsets[n5] + r + 5] >= values[n5]);
    n6 = 2 * n6 + +(block[offsets[n6] + r + 6] >= values[n6]);
    n7 = 2 * n7 + +(block[offsets[n7] + r + 7] >= values[n7]);
    n0 = 2 * n0 + +(block[offsets[n0] + r] >= values[n0]);
    n1 = 2 * n1 + +(block[offsets[n1] + r + 1] >= values[n1]);
    n2 = 2 * n2 + +(block[offsets[n2] + r + 2] >= values[n2]);
    n3 = 2 * n3 + +(block[offsets[n3] + r + 3] >= values[n3]);
    n4 = 2 * n4 + +(block[offsets[n4] + r + 4] >= values[n4]);
    n5 = 2 * n5 + +(block[offsets[n5] + r + 5] >= values[n5]);
    n6 = 2 * n6 + +(block[offsets[n6] + r + 6] >= values[n6]);
    n7 = 2 * n7 + +(block[offsets[n7] + r + 7] >= values[n7]);
    n0 = 2 * n0 + +(block[offsets[n0] + r] >= values[n0]);
    n1 = 2 * n1 + +(block[offsets[n1] + r + 1] >= values[n1]);
    n2 = 2 * n2 + +(block[offsets[n2] + r + 2] >= values[n2]);
    n3 = 2 * n3 + +(block[offsets[n3] + r + 3] >= values[n3]);
    n4 = 2 * n4 + +(block[offsets[n4] + r + 4] >= values[n4]);
    n5 = 2 * n5 + +(block[offsets[n5] + r + 5] >= values[n5]);
    n6 = 2 * n6 + +(block[offsets[n6] + r + 6] >= values[n6]);
    n7 = 2 * n7 + +(block[offsets[n7] + r + 7] >= values[n7]);
    n0 = 2 * n0 + +(block[offsets[n0] + r] >= values[n0]);
    n1 = 2 * n1 + +(block[offsets[n1] + r + 1] >= values[n1]);
    n2 = 2 * n2 + +(block[offsets[n2] + r + 2] >= values[n2]);
    n3 = 2 * n3 + +(block[offsets[n3] + r + 3] >= values[n3]);
    n4 = 2 * n4 + +(block[offsets[n4] + r + 4] >= values[n4]);
    n5 = 2 * n5 + +(block[offsets[n5] + r + 5] >= values[n5]);
    n6 = 2 * n6 + +(block[offsets[n6] + r + 6] >= values[n6]);
    n7 = 2 * n7 + +(block[offsets[n7] + r + 7] >= values[n7]);
    totals[r] += lengths[n0 - leaves];
    totals[r + 1] += lengths[n1 - leaves];
    totals[r + 2] += lengths[n2 - leaves];
    totals[r + 3] += lengths[n3 - leaves];
    totals[r + 4] += lengths[n4 - leaves];
    totals[r + 5] += lengths[n5 - leaves];
    totals[r + 6] += lengths[n6 - leaves];
    totals[r + 7] += lengths[n7 - leaves];
  }
}
