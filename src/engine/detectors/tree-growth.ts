import { IsolationForest, type TreeNode } from 'ml-isolation-forest';
import { withSeededMathRandom } from './seeded-math-random';

/** A tree and which columns of the full rows its splits mean. */
export interface GrownTree {
  readonly root: TreeNode;
  readonly columns: readonly number[];
}

/**
 * Grows one tree with the library from `count` rows of `width` values; rows must not hold NaN, which is
 * neither below nor above a split and would vanish.
 *
 * Columns that are the same in all rows are left out: the library picks a split's column among all of
 * them, and a cut through a constant separates nothing but uses up depth, of which there are 9 levels.
 * Undefined where no column differs.
 */
export function growTree(
  rows: Float64Array,
  width: number,
  count: number,
  random: () => number,
): GrownTree | undefined {
  const columns = varyingColumns(rows, width, count);
  if (columns.length === 0) return undefined;
  const trainingSet = Array.from({ length: count }, (_, row) =>
    columns.map((column) => rows[row * width + column]),
  );
  const forest = new IsolationForest({ nEstimators: 1 });
  withSeededMathRandom(random, () => forest.train(trainingSet));
  return { root: forest.forest[0], columns };
}

function varyingColumns(rows: Float64Array, width: number, count: number): number[] {
  const columns: number[] = [];
  for (let column = 0; column < width; column++) {
    let row = 1;
    while (row < count && rows[row * width + column] === rows[column]) row++;
    if (row < count) columns.push(column);
  }
  return columns;
}
