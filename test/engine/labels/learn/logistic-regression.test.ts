import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Example,
  fitLogistic,
  logit,
  type Prior,
} from '../../../../src/engine/labels/learn/logistic-regression';

const noPrior: Prior = { mean: 0, precision: 1e-6 };
const weak: Prior = { mean: 0, precision: 0.1 };

function example(isPositive: boolean, ...values: number[]): Example {
  return { values, isPositive, weight: 1 };
}

function times(count: number, one: Example): Example[] {
  return Array.from({ length: count }, () => one);
}

const score = fc.double({ min: 0, max: 1, noNaN: true });
const anyExample = fc.record({
  values: fc.tuple(score, score),
  isPositive: fc.boolean(),
  weight: fc.double({ min: 0.01, max: 10, noNaN: true }),
});

describe('logistic regression', () => {
  it('gives the odds of the examples where one value tells them apart', () => {
    const examples = [
      ...times(3, example(true, 1)),
      example(false, 1),
      example(true, 0),
      ...times(4, example(false, 0)),
    ];
    const { bias, weights } = fitLogistic(examples, 1, noPrior);
    expect(bias).toBeCloseTo(Math.log(1 / 4), 3);
    expect(bias + weights[0]).toBeCloseTo(Math.log(3 / 1), 3);
  });

  it('counts an example as often as its weight says', () => {
    const repeated = [...times(3, example(true, 0.9)), example(false, 0.9), example(false, 0.2)];
    const weighted = [{ ...example(true, 0.9), weight: 3 }, example(false, 0.9), example(false, 0.2)];
    const [one, other] = [repeated, weighted].map((examples) => fitLogistic(examples, 1, weak));
    expect(one.bias).toBeCloseTo(other.bias, 6);
    expect(one.weights[0]).toBeCloseTo(other.weights[0], 6);
  });

  it('never lets a value speak against what it was made to find', () => {
    const examples = [...times(5, example(true, 0.1, 0.8)), ...times(5, example(false, 0.9, 0.2))];
    const { weights } = fitLogistic(examples, 2, weak);
    expect(weights[0]).toBe(0);
    expect(weights[1]).toBeGreaterThan(0);
  });

  it('keeps what was believed of a value that no example has', () => {
    const examples = [...times(5, example(true, 0.9, 0)), ...times(5, example(false, 0.1, 0))];
    expect(fitLogistic(examples, 2, { mean: 5, precision: 0.1 }).weights[1]).toBeCloseTo(5, 6);
  });

  const degenerate: readonly (readonly [string, readonly Example[]])[] = [
    ['no examples', []],
    ['one verdict only', times(6, example(true, 0.4, 0.6))],
    ['constant values', [...times(3, example(true, 0.5, 0.5)), ...times(3, example(false, 0.5, 0.5))]],
    ['perfectly separable', [...times(9, example(true, 1, 1)), ...times(9, example(false, 0, 0))]],
    ['weights far apart', [{ ...example(true, 1, 0), weight: 1e9 }, example(false, 0, 1)]],
  ];
  it.each(degenerate)('stays finite: %s', (_, examples) => {
    const { bias, weights } = fitLogistic(examples, 2, weak);
    expect([bias, ...weights].every(Number.isFinite)).toBe(true);
  });

  it('is the same each time, and no small change makes it likelier', () => {
    fc.assert(
      fc.property(fc.array(anyExample, { minLength: 1, maxLength: 30 }), (examples) => {
        const model = fitLogistic(examples, 2, weak);
        expect(fitLogistic(examples, 2, weak)).toEqual(model);
        for (const change of [-0.01, 0.01])
          expect(lossOf(examples, model.bias + change, model.weights)).toBeGreaterThan(
            lossOf(examples, model.bias, model.weights) - 1e-6,
          );
      }),
      { numRuns: 50 },
    );
  });
});

/** Written down anew: what the weights are to make small. */
function lossOf(examples: readonly Example[], bias: number, weights: Float64Array): number {
  const ridge = weights.reduce((sum, weight) => sum + (weak.precision * (weight - weak.mean) ** 2) / 2, 0);
  return examples.reduce((sum, { values, isPositive, weight }) => {
    const margin = logit({ bias, weights }, values);
    return sum + weight * Math.log(1 + Math.exp(isPositive ? -margin : margin));
  }, ridge);
}
