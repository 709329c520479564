import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayOf } from '../../../src/engine/evaluate/detection-delay';
import { type Judged, measure, ranking } from '../../../src/engine/evaluate/measures';
import { ScoreLevels } from '../../../src/engine/evaluate/score-levels';

function judged(rows: readonly (readonly [abnormal: number, score: number])[], threshold = 0.5): Judged {
  return {
    abnormal: Uint8Array.from(rows, ([abnormal]) => abnormal),
    scores: Float64Array.from(rows, ([, score]) => score),
    flagged: Uint8Array.from(rows, ([, score]) => Number(score > threshold)),
  };
}

describe('measures at a threshold', () => {
  it('are the shares of the confusion they are named after', () => {
    const rows = [
      [1, 0.9],
      [1, 0.8],
      [1, 0.1],
      [0, 0.7],
      [0, 0.2],
      [0, 0.2],
      [0, 0],
    ] as const;
    const measures = measure(judged(rows));
    expect(measures.confusion).toEqual({
      truePositives: 2,
      falsePositives: 1,
      trueNegatives: 3,
      falseNegatives: 1,
    });
    expect(measures.precision).toBeCloseTo(2 / 3);
    expect(measures.recall).toBeCloseTo(2 / 3);
    expect(measures.f1).toBeCloseTo(2 / 3);
    expect(measures.falsePositiveRate).toBeCloseTo(1 / 4);
    expect(measures.accuracy).toBeCloseTo(5 / 7);
  });

  it.each([
    ['nothing', [], { precision: null, recall: null, f1: null, falsePositiveRate: null, accuracy: null }],
    ['only normal', [[0, 0.9]], { precision: 0, recall: null, f1: null, falsePositiveRate: 1, rocAuc: null }],
    ['only abnormal', [[1, 0.9]], { precision: 1, recall: 1, f1: 1, falsePositiveRate: null, rocAuc: null }],
    [
      'nothing flagged',
      [
        [1, 0.1],
        [0, 0],
      ],
      { precision: null, recall: 0, f1: 0, falsePositiveRate: 0 },
    ],
  ] as const)('say null of %s where there is nothing to be a share of', (_, rows, expected) => {
    expect(measure(judged(rows))).toMatchObject(expected);
  });
});

const someRows = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 1 }),
    fc.integer({ min: 0, max: 6 }).map((sixths) => sixths / 6),
  ),
  { minLength: 1, maxLength: 40 },
);

describe('measures of the ranking', () => {
  it('ROC AUC is how often an abnormal row outscores a normal one, ties half', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const positives = rows.filter(([abnormal]) => abnormal === 1);
        const negatives = rows.filter(([abnormal]) => abnormal === 0);
        const wins = positives.flatMap(([, high]) =>
          negatives.map(([, low]) => (high > low ? 1 : high === low ? 0.5 : 0)),
        );
        const { rocAuc } = ranking(new ScoreLevels(judged(rows)));
        if (wins.length === 0) expect(rocAuc).toBeNull();
        else expect(rocAuc).toBeCloseTo(wins.reduce<number>((sum, win) => sum + win, 0) / wins.length);
      }),
    );
  });

  it('average precision weighs the precision at each score level by the recall gained there', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const levels = [...new Set(rows.map(([, score]) => score))].sort((a, b) => b - a);
        const total = rows.filter(([abnormal]) => abnormal === 1).length;
        let sum = 0;
        let before = 0;
        for (const level of levels) {
          const reached = rows.filter(([, score]) => score >= level);
          const found = reached.filter(([abnormal]) => abnormal === 1).length;
          sum += (found / reached.length) * (found - before);
          before = found;
        }
        const { averagePrecision } = ranking(new ScoreLevels(judged(rows)));
        if (total === 0) expect(averagePrecision).toBeNull();
        else expect(averagePrecision).toBeCloseTo(sum / total);
      }),
    );
  });

  it('are the same in any order of rows and on any increasing scale', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const stretched = rows
          .toReversed()
          .map(([abnormal, score]) => [abnormal, 7 * score ** 3 - 2] as const);
        const [one, other] = [rows, stretched].map((each) => ranking(new ScoreLevels(judged(each))));
        expect(other.rocAuc ?? -1).toBeCloseTo(one.rocAuc ?? -1);
        expect(other.averagePrecision ?? -1).toBeCloseTo(one.averagePrecision ?? -1);
      }),
    );
  });
});

describe('detection delay', () => {
  it.each([
    [[], null],
    [[7], { median: 7, mean: 7, known: 1 }],
    [[9, 1, 2], { median: 2, mean: 4, known: 3 }],
    [[1, 4, 2, 9], { median: 3, mean: 4, known: 4 }],
  ])('of %j is %j', (delays, expected) => {
    expect(delayOf(delays)).toEqual(expected);
  });
});
