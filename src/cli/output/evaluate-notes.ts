import { emptySequences, fewLearned, missingClass } from '../../engine/evaluate/notes';
import type { Sentence } from '../../engine/model/finding';
import type { EvaluatedSequences } from '../../node/evaluate-sequences';

/** What to know of the measures of sequences. */
export function sequenceNotes({ measures, learned, empty }: EvaluatedSequences): Sentence[] {
  return [...missingClass(measures.confusion), ...fewLearned(learned), ...emptySequences(empty)];
}
