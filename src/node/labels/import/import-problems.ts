import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';

const problems = {
  'no-label-columns': {
    pattern:
      'The first line of {0} names no column of labels and of what they are given to. Name the columns there, such as {1}.',
  },
  'is-dataset': {
    pattern:
      '{0} is a data set: it says what text is normal, not which lines of a log. Check it with "oddline validate {0}".',
  },
  'no-rows': { pattern: '{0} has no row with a label. Write one a line, or name another file.' },
  'no-label-in-rows': { pattern: '{0} has rows, and the label of each is empty. Fill it in.' },
  'too-many-labels': {
    pattern:
      '{0} labels more than {1} records one by one. Label templates or sessions in it: one line speaks of all their records.',
  },
} as const;

export function importError(code: keyof typeof problems, ...values: Sentence['values']): InputError {
  return new InputError({ code, sentence: { ...problems[code], values } });
}

/** {0} is the path, {1} the line there. */
const places = {
  long: {
    pattern: 'Line {1} of {0} is too long to be a label. Check that the file holds one label a line.',
  },
  quote: { pattern: 'Line {1} of {0} has a quote that is not closed. Close it, or remove it.' },
  'no-line': {
    pattern: 'Line {1} of {0} labels line {2}, which the log does not have, or which is of no record.',
  },
  'no-template': { pattern: 'Line {1} of {0} labels a template that the log does not have: {2}' },
  'no-session': { pattern: 'Line {1} of {0} labels a session that the log does not have: {2}' },
} as const;

export function importNote(code: keyof typeof places, ...values: Sentence['values']): Sentence {
  return { ...places[code], values };
}
