import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DetectorWeights } from '../../../../src/engine/labels/label-report';
import { WeightedFusion } from '../../../../src/engine/labels/learn/weighted-fusion';
import { WeightedScore } from '../../../../src/engine/labels/learn/weighted-score';
import type { DetectorId } from '../../../../src/engine/model/finding';
import type { RecordIndex } from '../../../../src/engine/model/units';
import { findingThreshold } from '../../../../src/engine/triage/sensitivity';
import { severityOf } from '../../../../src/engine/triage/severity';
import { scoredLog } from './scored-log';

const ids: readonly DetectorId[] = ['level', 'rarity', 'volume'];
const learned: DetectorWeights = { bias: -2, weights: { level: 4, rarity: 1, volume: 3 } };

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const scores = fc.tuple(unit, unit, unit);
const weight = fc.double({ min: 0, max: 50, noNaN: true });
const anyWeights = fc
  .record({
    bias: fc.double({ min: -40, max: 10, noNaN: true }),
    level: weight,
    rarity: weight,
    volume: weight,
  })
  .map(({ bias, ...weights }): DetectorWeights => ({ bias, weights }));

function logitOf({ bias, weights }: DetectorWeights, values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (weights[ids[place]] ?? 0), bias);
}

const cases: readonly (readonly [string, DetectorWeights, readonly number[], number])[] = [
  ['nothing scored is nothing', learned, [0, 0, 0], 0],
  ['even chances lie where findings begin', learned, [0.5, 0, 0], findingThreshold],
  ['the detector that counts most, alone and sure', learned, [1, 0, 0], 0.9],
  ['all are sure', learned, [1, 1, 1], 1],
  ['a detector without a weight counts nothing', { bias: -1, weights: { level: 2 } }, [0.5, 1, 1], 0.5],
  ['none alone is enough', { bias: -2, weights: { level: 1, rarity: 1, volume: 1 } }, [1, 1, 0.5], 0.75],
  ['nothing scored is nothing, whatever the bias', { bias: 3, weights: {} }, [0, 0, 0], 0],
];

describe('a weighted score', () => {
  it.each(cases)('%s', (_, weights, values, expected) => {
    expect(new WeightedScore(weights, ids).of(values)).toBeCloseTo(expected, 9);
  });

  it('is 0 to 1, rises with the probability, and is a finding from even chances on', () => {
    fc.assert(
      fc.property(anyWeights, scores, scores, (weights, one, other) => {
        const score = new WeightedScore(weights, ids);
        const [a, b] = [one, other].map((values) => score.of(values));
        expect(a).toBeGreaterThanOrEqual(0);
        expect(a).toBeLessThanOrEqual(1);
        if (one.every((value) => value === 0) || other.every((value) => value === 0)) return;
        if (logitOf(weights, one) < logitOf(weights, other) - 1e-9) expect(a).toBeLessThanOrEqual(b);
        if (logitOf(weights, one) > 1e-9) expect(a).toBeGreaterThanOrEqual(findingThreshold);
        if (logitOf(weights, one) < -1e-9) expect(a).toBeLessThan(findingThreshold);
      }),
    );
  });

  it('keeps severities apart, however sure the weights are', () => {
    const sure = { bias: -200, weights: { level: 400, rarity: 100, volume: 300 } };
    const severities = [0.55, 0.7, 0.9, 1].map((level) =>
      severityOf(new WeightedScore(sure, ids).of([level, 0, 0])),
    );
    expect(severities).toEqual(['low', 'medium', 'high', 'critical']);
  });
});

describe('fusion by learned weights', () => {
  it('of scores that are known is the same to the last bit', () => {
    fc.assert(
      fc.property(anyWeights, scores, (weights, own) => {
        const { judges } = scoredLog([{ template: 0, scores: own }]);
        const fusion = new WeightedFusion(judges, weights);
        expect(fusion.scoreFrom(own)).toBe(fusion.score(0 as RecordIndex));
      }),
    );
  });

  it('leaves it to the detectors which of them is strongest', () => {
    const { judges } = scoredLog([{ template: 0, scores: [0.3, 0.8, 0.1] }]);
    const fusion = new WeightedFusion(judges, learned);
    expect(fusion.strongest(0 as RecordIndex)).toBe(1);
    expect(fusion.scoreOfKind('volume', 0 as RecordIndex)).toBe(0.1);
  });
});
