import type { DetectorId } from '../../model/finding';
import { findingThreshold } from '../../triage/sensitivity';
import type { DetectorWeights } from '../label-report';

/** What the one detector that counts most reaches by itself: that it is sure is as bad as it gets, as a fatal record is for the built-in scale. */
const oneAlone = 0.9;

/**
 * One score, 0 to 1, of what detectors scored, by learned weights. It rises with the learned probability; a probability of one half lies
 * where findings begin by default. The probability itself would be no scale: of examples that are easily told apart it knows 0 and 1 alone,
 * and every finding would be critical. So what lies between "nothing", "one half", "one detector is sure" and "all are" is in proportion to
 * the probability's logit.
 */
export class WeightedScore {
  private readonly bias: number;
  private readonly weights: Float64Array;
  /** Logits where the detector that counts most, and where all are sure. */
  private readonly one: number;
  private readonly all: number;

  /** `detectors`: whose scores `of` is given, in their order. A weight below 0 counts as 0. */
  constructor({ bias, weights }: DetectorWeights, detectors: readonly DetectorId[]) {
    this.bias = bias;
    this.weights = Float64Array.from(detectors, (id) => Math.max(0, weights[id] ?? 0));
    this.one = bias + Math.max(0, ...this.weights);
    this.all = this.weights.reduce((sum, weight) => sum + weight, bias);
  }

  /** What no detector scored is 0, whatever the bias. */
  of(scores: ArrayLike<number>): number {
    let logit = this.bias;
    let highest = 0;
    for (let place = 0; place < this.weights.length; place++) {
      logit += this.weights[place] * scores[place];
      highest = Math.max(highest, scores[place]);
    }
    return highest <= 0 ? 0 : this.scaled(logit);
  }

  private scaled(logit: number): number {
    if (logit < 0) return findingThreshold * (1 - logit / this.bias);
    const top = this.one > 0 ? oneAlone : 1;
    const bound = this.one > 0 ? this.one : this.all;
    if (logit < bound) return findingThreshold + (top - findingThreshold) * (logit / bound);
    return this.all > bound ? top + (1 - top) * Math.min(1, (logit - bound) / (this.all - bound)) : top;
  }
}
