import type { Sentence } from '../model/finding';
import type { Citation } from './checked-citation';

/** Why a citation proves nothing. */
export const tooMuch: Sentence = {
  pattern: 'This claim cites or quotes too much to be checked.',
  values: [],
};

export const notShared: Sentence = {
  pattern: 'The cited line shows neither the words nor a value of this claim.',
  values: [],
};

export function notQuoted(quote: string): Sentence {
  return { pattern: '“{0}” does not stand in the cited lines.', values: [cut(quote)] };
}

/** Null where the range is one that can be looked at. */
export function ofRange({ firstLine, lastLine }: Citation, mostLines: number): Sentence | null {
  if (lastLine < firstLine)
    return { pattern: 'The range ends at line {0}, before it begins.', values: [lastLine] };
  if (lastLine - firstLine >= mostLines)
    return { pattern: 'A range of more than {0} lines proves nothing.', values: [mostLines] };
  return null;
}

export function noLine({ document, firstLine, lastLine }: Citation): Sentence {
  if (document !== '') return { pattern: '{0} has no record at line {1}.', values: [document, firstLine] };
  return firstLine === lastLine
    ? { pattern: 'The log has no record at line {0}.', values: [firstLine] }
    : { pattern: 'The log has no record at lines {0} to {1}.', values: [firstLine, lastLine] };
}

export function noDocument({ document }: Citation): Sentence {
  return { pattern: 'There is no document {0} in this conversation.', values: [document] };
}

const mostShown = 120;

function cut(quote: string): string {
  return quote.length <= mostShown ? quote : `${quote.slice(0, mostShown)}…`;
}
