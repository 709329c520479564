import { missingClass } from '../../engine/evaluate/notes';
import { sequenceThreshold } from '../../engine/evaluate/sequence-evaluation';
import type { EvaluatedLog } from '../../node/evaluate-log';
import type { EvaluatedSequences } from '../../node/evaluate-sequences';
import { sentenceText } from '../../protocol/sentence';
import { sequenceNotes } from './evaluate-notes';
import { jsonList, schema } from './json';

/** The document of `oddline evaluate --train --test --format json`, in pieces; docs/cli.md is its contract. */
export function* sequenceEvaluationJson(evaluated: EvaluatedSequences): Generator<string> {
  const { measures, detectionDelay, judged, sequences, learned } = evaluated;
  const notes = sequenceNotes(evaluated).map((note) => sentenceText(note));
  const head = { schema, ...measures, threshold: sequenceThreshold, detectionDelay, learned, notes };
  yield `${JSON.stringify(head).slice(0, -1)},\n"predictions":`;
  yield* jsonList(sequences, ({ id, label }, row) => {
    const { score, anomaly, oddAfter } = judged[row];
    return { sequence_id: id, label, score, anomaly, oddAfter };
  });
  yield '}\n';
}

/** The document of `oddline evaluate FILE --labels --format json`. */
export function logEvaluationJson({ evaluation }: EvaluatedLog): string {
  const { detectors, categories, threshold, records, abnormal } = evaluation;
  const [{ detector: _, ...fused }] = detectors;
  const notes = missingClass(fused.confusion).map((note) => sentenceText(note));
  const document = { schema, ...fused, threshold, records, abnormal, notes, detectors, categories };
  return `${JSON.stringify(document)}\n`;
}
