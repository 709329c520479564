import type { Sentence } from '../../engine/model/finding';
import { InputError } from '../../protocol/input-error';

/** What can be wrong with a member of a labelled line: {0} is the path, {1} the line, {2} the member. */
const ofLabel = {
  line: {
    pattern:
      'Line {1} of {0} is no label: {2} is missing or is no whole number from 1. Mend the line or remove it.',
  },
  'end-line': {
    pattern:
      'Line {1} of {0} is no label: {2} is no whole number, or less than the line it begins with. Mend the line or remove it.',
  },
  verdict: {
    pattern:
      'Line {1} of {0} is no label: {2} is missing or is none of these: {3}. Mend the line or remove it.',
  },
  length: {
    pattern: 'Line {1} of {0} is no label: {2} is longer than {3} characters. Mend the line or remove it.',
  },
  time: {
    pattern: 'Line {1} of {0} is no label: {2} is no time such as {3}. Mend the line or remove it.',
  },
} as const;

const ofSequence = {
  id: {
    pattern:
      'Line {1} of {0} is no labelled sequence: {2} is missing or is neither text nor a number. Mend the line or remove it.',
  },
  number: {
    pattern:
      'Line {1} of {0} is no labelled sequence: {2} is missing or is no number. Mend the line or remove it.',
  },
  texts: {
    pattern:
      'Line {1} of {0} is no labelled sequence: {2} is missing or is no list of texts. Mend the line or remove it.',
  },
} as const;

export type LabelFault = keyof typeof ofLabel;
export type SequenceFault = keyof typeof ofSequence;

export function noLabel(fault: LabelFault, ...values: Sentence['values']): InputError {
  return new InputError({ code: 'no-label', sentence: { ...ofLabel[fault], values } });
}

export function noSequence(fault: SequenceFault, ...values: Sentence['values']): InputError {
  return new InputError({ code: 'no-sequence', sentence: { ...ofSequence[fault], values } });
}
