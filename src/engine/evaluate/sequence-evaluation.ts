import { learnSequences } from '../detectors/sequence/learn-sequences';
import type { EventSequence, SequenceJudgement } from '../detectors/sequence/oddity';
import type { SequenceModel } from '../detectors/sequence/sequence-model';
import { type DetectionDelay, delayOf } from './detection-delay';
import { type Measures, measure } from './measures';

/** Scores above it are odd; what evidence that takes was learned from the normal sequences alone. */
export const sequenceThreshold = 0.5;

export interface JudgedSequence {
  /** 0 to 1. */
  readonly score: number;
  readonly anomaly: boolean;
  /** Events until it is odd, the last one among them; null where it is not. */
  readonly oddAfter: number | null;
}

export interface SequenceEvaluation {
  readonly measures: Measures;
  /** In events, over the abnormal sequences that were found; null where none was. */
  readonly detectionDelay: DetectionDelay | null;
  /** By sequence of the test. */
  readonly judged: readonly JudgedSequence[];
}

const judgedBetweenYields = 1 << 8;

/** Learns from the normal sequences alone and judges the others; `abnormal`: by sequence of the test, 1 or 0. */
export function* evaluateSequences(
  normal: readonly EventSequence[],
  test: readonly EventSequence[],
  abnormal: Uint8Array,
): Generator<void, SequenceEvaluation> {
  const model = yield* learnSequences(normal, 'normal');
  const judged: JudgedSequence[] = [];
  for (const sequence of test) {
    judged.push(judgedOf(model, sequence));
    if (judged.length % judgedBetweenYields === 0) yield;
  }
  const flagged = Uint8Array.from(judged, ({ anomaly }) => Number(anomaly));
  const scores = Float64Array.from(judged, ({ score }) => score);
  const found = judged.filter((_, row) => abnormal[row] === 1);
  return {
    measures: measure({ abnormal, flagged, scores }),
    detectionDelay: delayOf(found.flatMap(({ oddAfter }) => (oddAfter === null ? [] : [oddAfter]))),
    judged,
  };
}

function judgedOf(model: SequenceModel, sequence: EventSequence): JudgedSequence {
  const judgement = model.judge(sequence, false);
  const anomaly = judgement.score > sequenceThreshold;
  return { score: judgement.score, anomaly, oddAfter: anomaly ? eventsUntilOdd(judgement, sequence) : null };
}

function eventsUntilOdd({ oddities }: SequenceJudgement, { length }: EventSequence): number {
  return Math.min(length, ...oddities.map(({ position }) => position + 1));
}
