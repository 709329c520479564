import type { SearchPattern } from '../../engine/filter/filter';
import { InputError } from '../../protocol/input-error';

/** As it can be said in a sentence. */
const mostPatternChars = 60;

export function badPattern(text: string, cause: string): InputError {
  return new InputError({
    code: 'bad-pattern',
    sentence: {
      pattern:
        '{0} is no regex: {1}. Correct it, or look for it as text; as text, every character stands for itself.',
      values: [shortened(text), cause],
    },
  });
}

export function tooSlow({ text }: SearchPattern, milliseconds: number): InputError {
  return new InputError({
    code: 'slow-pattern',
    sentence: {
      pattern:
        'The regex {0} took more than {1} seconds for one piece of text, so it was stopped. Repeats within repeats, as in (a+)+, do that: repeat once, or look for a word.',
      values: [shortened(text), milliseconds / 1000],
    },
  });
}

export function shrunkWhileSearched(): InputError {
  return new InputError({
    code: 'shrunk',
    sentence: {
      pattern:
        'The log became shorter while it was searched, so the result would be wrong. Open it again when it is at rest.',
      values: [],
    },
  });
}

export function unreadableWhileSearched(error: unknown): InputError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new InputError({
    code: 'unreadable',
    sentence: {
      pattern:
        'The log could not be read while it was searched ({0}). Check the disk or the connection, then search again.',
      values: [code ?? message],
    },
  });
}

export function lineTooLong(megabytes: number): InputError {
  return new InputError({
    code: 'line-too-long',
    sentence: {
      pattern:
        'The log has a line of more than {0} MB, which cannot be searched. Break its text into lines first.',
      values: [megabytes],
    },
  });
}

export function crashed(cause: string): InputError {
  return new InputError({
    code: 'search-ended',
    sentence: {
      pattern:
        'The search ended unexpectedly ({0}), so nothing of it is shown. Search again: a fresh thread does it.',
      values: [cause],
    },
  });
}

function shortened(text: string): string {
  return text.length <= mostPatternChars ? text : `${text.slice(0, mostPatternChars)}…`;
}
