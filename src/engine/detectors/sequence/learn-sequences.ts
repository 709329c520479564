import { CountModel } from './count-model';
import { oddCounts } from './count-oddities';
import { countEvidence, countKinds, stepEvidence } from './evidence';
import { KnownVectors } from './known-vectors';
import type { EventSequence } from './oddity';
import { OrderModel } from './order-model';
import { SequenceModel, type SequenceThresholds } from './sequence-model';
import { countThreshold, type Purity, stepThreshold } from './threshold';

const sequencesBetweenYields = 1 << 10;
const vectorsBetweenYields = 1 << 2;

/**
 * Learns what sequences are normal, and how much evidence against one is more than chance. Yields now and then.
 *
 * `sequences` is gone through twice. `purity`: 'normal' where all of them are known to be, 'mixed' where a log is compared with itself.
 */
export function* learnSequences(
  sequences: Iterable<EventSequence>,
  purity: Purity,
): Generator<void, SequenceModel> {
  const known = new KnownVectors();
  const order = new OrderModel();
  let learned = 0;
  for (const sequence of sequences) {
    known.add(sequence);
    order.learn(sequence);
    if (++learned % sequencesBetweenYields === 0) yield;
  }
  const counts = new CountModel(known);
  yield;
  const thresholds = {
    ...(yield* countThresholds(known, counts, purity)),
    steps: yield* stepThresholdOf(sequences, learned, order, purity),
  };
  return new SequenceModel(known, counts, order, thresholds);
}

/** Each sequence is judged as if it had not been learned; one whose counts another has too is normal. */
function* countThresholds(
  known: KnownVectors,
  counts: CountModel,
  purity: Purity,
): Generator<void, Omit<SequenceThresholds, 'steps'>> {
  const evidence = {
    counts: new Float64Array(known.size),
    unknown: new Float64Array(known.size),
    missing: new Float64Array(known.size),
  };
  let judged = 0;
  for (const { vector, weight } of known.values()) {
    if (weight > 1) continue;
    const found = countEvidence(oddCounts(counts, { vector, own: 1 }));
    for (const kind of countKinds) evidence[kind][judged] = found[kind].together;
    if (++judged % vectorsBetweenYields === 0) yield;
  }
  return {
    counts: countThreshold(evidence.counts, purity),
    unknown: countThreshold(evidence.unknown, purity),
    missing: countThreshold(evidence.missing, purity),
  };
}

function* stepThresholdOf(
  sequences: Iterable<EventSequence>,
  size: number,
  order: OrderModel,
  purity: Purity,
): Generator<void, number> {
  const evidence = new Float64Array(size);
  let judged = 0;
  for (const sequence of sequences) {
    evidence[judged] = stepEvidence(order.oddSteps(sequence, 1), sequence.length + 1);
    if (++judged % sequencesBetweenYields === 0) yield;
  }
  return stepThreshold(evidence, purity);
}
