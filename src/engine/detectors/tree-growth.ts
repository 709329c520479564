import { IsolationForest, type TreeNode } from 'ml-isolation-forest';
import { withSeededMathRandom } from './seeded-math-random';

/**
 * Grows one tree with the library from `count` rows of `width` values. Rows must not hold NaN, which is
 * neither below nor above a split: such a row would vanish.
 *
 * Columns that are the same in all rows stay in, and a cut through one separates nothing: in a log whose
 * records differ in one respect only, being odd in it therefore isolates a record slowly.
 */
export function growTree(rows: Float64Array, width: number, count: number, random: () => number): TreeNode {
  const trainingSet = Array.from({ length: count }, (_, row) => [
    ...rows.subarray(row * width, (row + 1) * width),
  ]);
  const forest = new IsolationForest({ nEstimators: 1 });
  withSeededMathRandom(random, () => forest.train(trainingSet));
  return forest.forest[0];
}
