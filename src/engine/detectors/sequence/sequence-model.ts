import type { CountModel } from './count-model';
import { type OddCount, oddCounts } from './count-oddities';
import { countVector, keyOf } from './count-vector';
import { type CountKind, countEvidence, countKinds, stepEvidence, totalSurprise } from './evidence';
import type { KnownVectors } from './known-vectors';
import type { EventSequence, SequenceJudgement, StepOddity } from './oddity';
import type { OrderModel, StepSurprise } from './order-model';
import { placedCount } from './placed-count';
import { leastEvidence } from './threshold';

/** Oddities kept by count vector, since most sequences repeat one. */
const mostRemembered = 1 << 14;

/** Evidence above which a sequence is odd; see threshold.ts. */
export type SequenceThresholds = Readonly<Record<CountKind | 'steps', number>>;

/** What sequences of events are normal; `learnSequences` makes one. */
export class SequenceModel {
  private readonly remembered = new Map<string, JudgedCounts>();

  constructor(
    private readonly known: KnownVectors,
    private readonly counts: CountModel,
    private readonly order: OrderModel,
    readonly thresholds: SequenceThresholds,
  ) {}

  /** Sequences learned. */
  get size(): number {
    return this.known.size;
  }

  /** `learned`: it is one of those that were learned, and must not be compared with itself. */
  judge(sequence: EventSequence, learned: boolean): SequenceJudgement {
    const byCounts = this.judgeCounts(sequence, learned);
    const steps = this.order.oddSteps(sequence, learned ? 1 : 0);
    const bySteps = this.stepMargin(steps, sequence);
    const oddCounts = byCounts.odd.map((each) => placedCount(each, sequence));
    const oddSteps = bySteps > 0 ? this.describe(steps, sequence) : [];
    return {
      score: 1 / (1 + Math.exp(-Math.max(byCounts.margin, bySteps))),
      oddities: byCounts.margin > 0 ? [...oddCounts, ...oddSteps] : [...oddSteps, ...oddCounts],
    };
  }

  private judgeCounts(sequence: EventSequence, learned: boolean): JudgedCounts {
    const vector = countVector(sequence);
    const key = keyOf(vector);
    const weight = this.known.weightOf(key);
    const own = learned && weight > 0 ? 1 : 0;
    if (weight > own) return this.judged([]);
    const remembered = this.remembered.get(key);
    if (remembered !== undefined) return remembered;
    const judged = this.judged(oddCounts(this.counts, { vector, own }));
    if (this.remembered.size < mostRemembered) this.remembered.set(key, judged);
    return judged;
  }

  private judged(odd: readonly OddCount[]): JudgedCounts {
    const evidence = countEvidence(odd);
    const margins = countKinds.map((kind) =>
      Math.min(
        evidence[kind].together - this.thresholds[kind],
        evidence[kind].strongest - leastEvidence(this.size),
      ),
    );
    return { odd, margin: Math.max(...margins) };
  }

  private stepMargin(odd: readonly StepSurprise[], sequence: EventSequence): number {
    return Math.min(
      stepEvidence(odd, sequence.length + 1) - this.thresholds.steps,
      totalSurprise(odd) - leastEvidence(this.size),
    );
  }

  private describe(odd: readonly StepSurprise[], sequence: EventSequence): StepOddity[] {
    return odd
      .toSorted((a, b) => b.surprise - a.surprise || a.position - b.position)
      .map(({ position, compared, alike, surprise }) => ({
        kind: position === sequence.length ? 'early-end' : 'unknown-step',
        position,
        event: position === sequence.length ? null : sequence[position],
        after: position === 0 ? null : sequence[position - 1],
        usual: this.order.usualAt(sequence, position),
        compared,
        alike,
        surprise,
      }));
  }
}

interface JudgedCounts {
  readonly odd: readonly OddCount[];
  /** Nats above the threshold, below 0 where it is not reached. */
  readonly margin: number;
}
