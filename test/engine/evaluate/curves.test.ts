import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Curves, curvesOf, mostCurvePoints } from '../../../src/engine/evaluate/curves';
import { ranking } from '../../../src/engine/evaluate/measures';
import { ScoreLevels } from '../../../src/engine/evaluate/score-levels';

type LabelledScore = readonly [abnormal: number, score: number];

function levelsOf(rows: readonly LabelledScore[]): ScoreLevels {
  return new ScoreLevels({
    abnormal: Uint8Array.from(rows, ([abnormal]) => abnormal),
    scores: Float64Array.from(rows, ([, score]) => score),
  });
}

function rocPoints({ roc }: Curves): [number, number][] {
  return [...roc.falsePositiveRate].map((x, i) => [x, roc.truePositiveRate[i]]);
}

function precisionRecallPoints({ precisionRecall }: Curves): [number, number][] {
  return [...precisionRecall.recall].map((x, i) => [x, precisionRecall.precision[i]]);
}

function areaUnder(points: readonly (readonly [number, number])[]): number {
  return points.slice(1).reduce((sum, [x, y], i) => sum + ((x - points[i][0]) * (y + points[i][1])) / 2, 0);
}

const row = (levels: number) =>
  fc.tuple(
    fc.integer({ min: 0, max: 1 }),
    fc.integer({ min: 0, max: levels }).map((step) => step / levels),
  );
const fewLevels = fc.array(row(30), { minLength: 1, maxLength: 120 });
const manyLevels = fc
  .array(row(100_000), { minLength: 300, maxLength: 1200 })
  .map((rows): LabelledScore[] => [[1, 0.6], [0, 0.4], ...rows]);

describe('curves of a ranking', () => {
  it('hold one point a score, the highest first', () => {
    const rows: LabelledScore[] = [
      [1, 0.9],
      [0, 0.7],
      [1, 0.7],
      [0, 0],
      [0, 0],
    ];
    const curves = curvesOf(levelsOf(rows));
    expect(rocPoints(curves)).toEqual([
      [0, 0],
      [0, 0.5],
      [1 / 3, 1],
      [1, 1],
    ]);
    expect(precisionRecallPoints(curves)).toEqual([
      [0.5, 1],
      [1, 2 / 3],
      [1, 2 / 5],
    ]);
  });

  it.each([
    ['without rows', [], 0, 0],
    ['without abnormal rows', [[0, 0.4]], 0, 0],
    ['without normal rows', [[1, 0.4]], 0, 1],
  ] as const)('are empty %s as far as they need them', (_, rows, roc, precisionRecall) => {
    const curves = curvesOf(levelsOf(rows));
    expect([rocPoints(curves).length, precisionRecallPoints(curves).length]).toEqual([roc, precisionRecall]);
  });

  it('enclose the areas that the ranking is measured by, where no point is left out', () => {
    fc.assert(
      fc.property(fewLevels, (rows) => {
        const levels = levelsOf(rows);
        const { rocAuc, averagePrecision } = ranking(levels);
        const curves = curvesOf(levels);
        if (rocAuc !== null) expect(areaUnder(rocPoints(curves))).toBeCloseTo(rocAuc);
        if (averagePrecision === null) return;
        const points = precisionRecallPoints(curves);
        const sum = points.reduce((all, [x, y], i) => all + (x - (points[i - 1]?.[0] ?? 0)) * y, 0);
        expect(sum).toBeCloseTo(averagePrecision);
      }),
    );
  });

  it('are at most 200 points of many, the ends and the shape among them', () => {
    fc.assert(
      fc.property(manyLevels, (rows) => {
        const levels = levelsOf(rows);
        const curves = curvesOf(levels);
        const points = rocPoints(curves);
        expect(points.length).toBeLessThanOrEqual(mostCurvePoints);
        expect(precisionRecallPoints(curves).length).toBeLessThanOrEqual(mostCurvePoints);
        expect([points[0], points.at(-1)]).toEqual([
          [0, 0],
          [1, 1],
        ]);
        expect(precisionRecallPoints(curves).at(-1)).toEqual([1, levels.abnormal / rows.length]);
        expect(Math.abs(areaUnder(points) - (ranking(levels).rocAuc ?? 0))).toBeLessThan(0.011);
      }),
      { numRuns: 30 },
    );
  });
});
