import type { Sentence } from '../../engine/model/finding';
import { localise } from '../shared/localise';
import { messageText } from '../shared/message-text';

interface Problem {
  readonly code: string;
  readonly sentence: Sentence;
}

/** What the command line would mend by an option is mended here by a choice. */
const inThisFace = {
  'no-sessions': { pattern: 'No sessions were found in {0}. Export windows instead.' },
  'none-labelled': {
    pattern:
      'No sequence of {0} holds a record that somebody labelled. Label some, or take what nobody labelled for normal.',
  },
  'labels-of-store': {
    pattern:
      '{0} is a file of labels as a store keeps them, which count already. Choose another file, or none.',
  },
  'nothing-to-balance': {
    pattern:
      'All sequences are {0}, so they cannot be balanced. Label some of the others, or leave them as they are.',
  },
  'all-too-long': {
    pattern: 'Every sequence is longer than {0} tokens. Raise the limit, or make windows of fewer records.',
  },
  'export-folder-taken': {
    pattern: '{0} is not empty, and holds no data set of Oddline. Choose another folder.',
  },
} as const;

/** Ends in the cure; nothing in it becomes a link of a message. */
export function problemText({ code, sentence }: Problem): string {
  const own = isMendedHere(code) ? { ...inThisFace[code], values: sentence.values } : sentence;
  return messageText(localise(own));
}

function isMendedHere(code: string): code is keyof typeof inThisFace {
  return Object.hasOwn(inThisFace, code);
}
