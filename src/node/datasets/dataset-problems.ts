import type { Sentence } from '../../engine/model/finding';
import { InputError } from '../../protocol/input-error';

/** What can be wrong with a labelled data set: the sentence names file and line and ends in the cure. {0} is the path. */
const problems = {
  'no-json': { pattern: 'Line {1} of {0} is no JSON ({2}). Mend the line or remove it.' },
  'no-sequence': {
    pattern:
      'Line {1} of {0} is no labelled sequence: {2} is missing or is not {3}. Mend the line or remove it.',
  },
  'no-label': {
    pattern: 'Line {1} of {0} is no label: {2} is missing or is not {3}. Mend the line or remove it.',
  },
  'no-such-line': {
    pattern: 'Line {1} of {0} labels line {2}, but {3} has {4} lines. Check that the labels are of this log.',
  },
  'no-sequences': {
    pattern: '{0} holds no sequence. Give one JSON object a line: {1}.',
  },
  'no-labels': { pattern: '{0} holds no label. Give one JSON object a line: {1}.' },
  'no-normal-training': {
    pattern:
      '{0} holds no normal sequence (label 0), and nothing can be learned from others. Name a training file with some.',
  },
} as const;

export function datasetError(code: keyof typeof problems, ...values: Sentence['values']): InputError {
  return new InputError({ code, sentence: { ...problems[code], values } });
}
