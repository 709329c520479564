import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';
import { oneLine } from '../http/server-words';

/** What keeps a program from running, or from doing what it was asked. {0} is the program. */
const problems = {
  'program-missing': {
    pattern: '{0} is not on PATH. Install it, or write its whole path.',
  },
  'program-forbidden': {
    pattern: '{0} is no program you may run. Check the path, and its permissions.',
  },
  'program-relative': {
    pattern:
      '{0} is a path relative to some folder, and whoever fills that folder would choose what runs. Write its whole path, or a name that is on PATH.',
  },
  'program-nul': {
    pattern: '{0} cannot be run with a NUL among its arguments. Remove it.',
  },
  'program-not-started': {
    pattern: '{0} could not be started ({1}). Check that it runs in a terminal.',
  },
  'program-failed': {
    pattern: '{0} ended with {1} and said: {2}. Mend that, then run it again.',
  },
  'program-silent': {
    pattern: '{0} ended with {1} and said nothing. Run it in a terminal to see why.',
  },
  'program-slow': {
    pattern: '{0} did not answer within {1} seconds. Check that what it asks is running.',
  },
  'program-talkative': {
    pattern: '{0} answered with more than {1} MB. Ask for less.',
  },
} as const;

export function programProblem(code: keyof typeof problems, ...values: Sentence['values']): InputError {
  const safe = values.map((value) => (typeof value === 'string' ? oneLine(value) : value));
  return new InputError({ code, sentence: { ...problems[code], values: safe } });
}
