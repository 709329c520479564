/// <reference path="../../../src/engine/detectors/ml-isolation-forest.d.ts" />
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { IsolationForest, type TreeNode } from 'ml-isolation-forest';
import { describe, expect, it } from 'vitest';
import { FlatForest } from '../../../src/engine/detectors/flat-forest';
import { libraryPathLength, paperPathLength } from '../../../src/engine/detectors/path-length';
import { sampleIndices } from '../../../src/engine/detectors/sample-indices';
import { withSeededMathRandom } from '../../../src/engine/detectors/seeded-math-random';
import { growTree } from '../../../src/engine/detectors/tree-growth';
import { seededRandom } from '../../../src/engine/model/seeded-random';

interface Fixture {
  readonly outliers: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly scores: readonly number[];
}

const fixture = JSON.parse(
  readFileSync(new URL('./isolation-forest.sklearn.json', import.meta.url), 'utf8'),
) as Fixture;
const width = fixture.rows[0].length;
const flatRows = Float64Array.from(fixture.rows.flat());

/** A forest as the detector grows it, and its trees as the library made them. */
function forestOf(seed: number, trees = 100): { forest: FlatForest; grown: TreeNode[] } {
  const random = seededRandom(seed);
  const forest = new FlatForest(256);
  const grown: TreeNode[] = [];
  for (let tree = 0; tree < trees; tree++) {
    const chosen = sampleIndices(fixture.rows.length, 256, random).flatMap((row) => [...fixture.rows[row]]);
    const made = growTree(Float64Array.from(chosen), width, 256, random);
    forest.add(made);
    grown.push(made);
  }
  return { forest, grown };
}

function scoresOf(forest: FlatForest): number[] {
  return fixture.rows.map((_, row) => forest.score(flatRows, row * width));
}

/** Spearman's: Pearson's correlation of ranks. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = [a, b].map((values) => {
    const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
    return order.reduce((ranked, i, rank) => ranked.fill(rank, i, i + 1), new Float64Array(values.length));
  });
  const middle = (a.length - 1) / 2;
  const sum = (x: Float64Array, y: Float64Array) =>
    x.reduce((total, value, i) => total + (value - middle) * (y[i] - middle), 0);
  return sum(ranks[0], ranks[1]) / sum(ranks[0], ranks[0]);
}

describe('isolation trees', () => {
  it('give the library’s path lengths', () => {
    const { forest, grown } = forestOf(3, 10);
    grown.forEach((root, tree) => {
      fixture.rows.forEach((row, i) => {
        expect(forest.pathLength(tree, flatRows, i * width)).toBe(root.pathLengthFromRoot(row, 0));
      });
    });
  });

  it('are those the library grows from the same rows and random numbers', () => {
    const rows = fixture.rows.slice(0, 256);
    const ours = new FlatForest(256);
    ours.add(growTree(Float64Array.from(rows.flat()), width, 256, seededRandom(9)));
    const theirs = new IsolationForest({ nEstimators: 1 });
    withSeededMathRandom(seededRandom(9), () => theirs.train(rows));
    fixture.rows.forEach((row, i) => {
      expect(ours.pathLength(0, flatRows, i * width)).toBe(theirs.forest[0].pathLengthFromRoot(row, 0));
    });
  });

  it('rank rows as scikit-learn does, known outliers on top', () => {
    const scores = scoresOf(forestOf(1).forest);
    expect(rankCorrelation(scores, fixture.scores)).toBeGreaterThanOrEqual(0.95);
    const byScore = scores.map((_, i) => i).sort((i, j) => scores[j] - scores[i]);
    expect(byScore.slice(0, fixture.outliers.length).sort((a, b) => a - b)).toEqual(fixture.outliers);
    const furthest = Math.max(...scores.map((score, i) => Math.abs(score - fixture.scores[i])));
    expect(furthest).toBeLessThan(0.1);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(scoresOf(forestOf(5, 5).forest)).toEqual(scoresOf(forestOf(5, 5).forest));
    expect(scoresOf(forestOf(5, 5).forest)).not.toEqual(scoresOf(forestOf(6, 5).forest));
  });

  it('score many rows at once as they score each', () => {
    const { forest } = forestOf(2, 5);
    for (const count of [0, 1, 7, 8, 9, 127, 128, 129, 200, fixture.rows.length]) {
      const scores = new Float64Array(count);
      forest.scoreRows(flatRows, width, scores);
      expect([...scores]).toEqual(scoresOf(forest).slice(0, count));
    }
  });

  it('score many rows at once in trees of any depth, and of any width', () => {
    for (const [rows, columns] of [
      [2, 1],
      [40, 3],
      [2000, 2],
      [64, 600],
    ]) {
      const random = seededRandom(rows);
      const values = Float64Array.from({ length: rows * columns }, random);
      const forest = new FlatForest(rows);
      for (let tree = 0; tree < 3; tree++) forest.add(growTree(values, columns, rows, random));
      const scores = new Float64Array(rows);
      forest.scoreRows(values, columns, scores);
      expect([...scores]).toEqual(Array.from(scores, (_, row) => forest.score(values, row * columns)));
    }
  });
});

describe('mean path lengths', () => {
  const lengths = [
    { rows: 0, paper: 0, library: 0 },
    { rows: 1, paper: 0, library: 0 },
    { rows: 2, paper: 1, library: 1 },
    { rows: 256, paper: 10.24477, library: 9.66755 },
  ];

  it.each(lengths)(
    'of $rows rows: $paper in the paper, $library in the library',
    ({ rows, paper, library }) => {
      expect(paperPathLength(rows)).toBeCloseTo(paper, 5);
      expect(libraryPathLength(rows)).toBeCloseTo(library, 5);
    },
  );
});

describe('samples', () => {
  it('are distinct, ascending and within bounds', () => {
    const sizes = fc
      .integer({ min: 1, max: 300 })
      .chain((count) => fc.tuple(fc.constant(count), fc.nat(count)));
    fc.assert(
      fc.property(sizes, fc.nat(), ([count, size], seed) => {
        const sample = sampleIndices(count, size, seededRandom(seed));
        expect(sample).toHaveLength(size);
        expect(sample).toEqual([...new Set(sample)].sort((a, b) => a - b));
        expect(sample.every((index) => index >= 0 && index < count)).toBe(true);
      }),
    );
  });

  it('take every index about equally often', () => {
    const random = seededRandom(4);
    const taken = new Array<number>(20).fill(0);
    for (let draw = 0; draw < 2_000; draw++) for (const index of sampleIndices(20, 5, random)) taken[index]++;
    for (const count of taken) expect(Math.abs(count - 500)).toBeLessThan(100);
  });
});

describe('Math.random', () => {
  const original = Math.random;

  it('is the seeded one during the call, and itself again after', () => {
    const drawn = withSeededMathRandom(
      () => 0.25,
      () => Math.random(),
    );
    expect(drawn).toBe(0.25);
    expect(Math.random).toBe(original);
  });

  it('is itself again after a failure', () => {
    const fail = () => {
      throw new Error('no tree');
    };
    expect(() => withSeededMathRandom(() => 0.25, fail)).toThrow('no tree');
    expect(Math.random).toBe(original);
  });
});
