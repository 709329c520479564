import type { Sentence } from '../../engine/model/finding';
import { InputError } from '../../protocol/input-error';

/** What can be in the way of evaluating a model; the sentence ends in the cure. {0} is the path. */
const problems = {
  'no-answers': {
    pattern: '{0} holds no examples whose answer is known. Name a data set in one of these formats: {1}.',
  },
  'no-test': {
    pattern:
      '{0} has no test split (test.jsonl). Name the file of examples itself, or export the data set with one.',
  },
  'no-labels': {
    pattern:
      'No label can be read in {0}: its answers begin neither with a verdict nor name one. Name another data set.',
  },
} as const;

export function evaluationError(code: keyof typeof problems, ...values: Sentence['values']): InputError {
  return new InputError({ code, sentence: { ...problems[code], values } });
}
