import { CountModel, type CountSurprise } from './count-model';
import { oddCounts } from './count-oddities';
import { type CountVector, countVector, keyOf } from './count-vector';
import { KnownVectors } from './known-vectors';
import type { EventSequence, SequenceJudgement } from './oddity';
import { placedCount } from './placed-count';
import { type Purity, thresholdOf } from './threshold';

const notOdd: readonly CountSurprise[] = [];
/** Oddities kept by count vector, since most sequences repeat one. */
const mostRemembered = 1 << 14;
const learnedBetweenYields = 1 << 12;
const judgedBetweenYields = 1 << 6;

/** What sequences of events are normal. */
export class SequenceModel {
  private readonly remembered = new Map<string, readonly CountSurprise[]>();

  constructor(
    private readonly known: KnownVectors,
    private readonly counts: CountModel,
    /** Nats of evidence at which the score is a half. */
    readonly threshold: number,
  ) {}

  /** Sequences learned. */
  get size(): number {
    return this.known.size;
  }

  /** `learned`: it is one of those that were learned, and must not be compared with itself. */
  judge(sequence: EventSequence, learned: boolean): SequenceJudgement {
    const vector = countVector(sequence);
    const odd = this.oddCountsOf(vector, learned);
    return {
      score: 1 / (1 + Math.exp(this.threshold - evidenceOf(odd))),
      oddities: odd.map((each) => placedCount(each, this.counts, vector, sequence)),
    };
  }

  private oddCountsOf(vector: CountVector, learned: boolean): readonly CountSurprise[] {
    const key = keyOf(vector);
    const weight = this.known.weightOf(key);
    const own = learned && weight > 0 ? 1 : 0;
    if (weight > own) return notOdd;
    let odd = this.remembered.get(key);
    if (odd !== undefined) return odd;
    odd = oddCounts(this.counts, { vector, own });
    if (this.remembered.size < mostRemembered) this.remembered.set(key, odd);
    return odd;
  }
}

/**
 * Learns what sequences are normal, and what evidence against one is more than chance. Yields now and then.
 * `purity`: 'normal' where all are known to be, 'mixed' where a log is compared with itself.
 */
export function* learnSequences(
  sequences: Iterable<EventSequence>,
  purity: Purity,
): Generator<void, SequenceModel> {
  const known = new KnownVectors();
  let learned = 0;
  for (const sequence of sequences) {
    known.add(sequence);
    if (++learned % learnedBetweenYields === 0) yield;
  }
  const counts = new CountModel(known);
  yield;
  return new SequenceModel(known, counts, thresholdOf(yield* evidenceAmong(known, counts), purity));
}

/** Of every learned sequence, as if it had not been learned. One whose counts another one has is normal. */
function* evidenceAmong(known: KnownVectors, counts: CountModel): Generator<void, Float64Array> {
  const evidence = new Float64Array(known.size);
  let judged = 0;
  for (const { vector, weight } of known.values()) {
    if (weight > 1) continue;
    evidence[judged++] = evidenceOf(oddCounts(counts, { vector, own: 1 }));
    if (judged % judgedBetweenYields === 0) yield;
  }
  return evidence;
}

/**
 * Several oddities together weigh ln(1 + Σ eˢ): the harmonic mean p-value (Wilson 2019), which holds however much the
 * oddities depend on one another.
 */
function evidenceOf(odd: readonly CountSurprise[]): number {
  return Math.log(1 + odd.reduce((sum, { surprise }) => sum + Math.exp(surprise), 0));
}
