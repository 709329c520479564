import type { ParameterType } from '../model/analysis';
import type { Token } from './tokens';

/** A stretch of tokens that is one value. */
export interface TokenRun {
  readonly length: number;
  readonly type: ParameterType;
}

const opener = /^[([{<"']*/;
const closer = /[)\]}>"'.,;:]*$/;
/** Closing punctuation looked at: a `$` behind a repetition is sought anew at every char. */
const maxClosers = 8;

/** One token for several that are one value; the punctuation around the first and last stays. */
export function oneToken(tokens: readonly Token[], type: ParameterType): Token {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  const before = openingOf(first.text);
  const closing = closingOf(last.text);
  const opened = tokens.some((token, i) => i > 0 && token.text.startsWith('('));
  const after = opened && closing.startsWith(')') ? closing.slice(1) : closing;
  const start = first.start + before.length;
  const end = last.end - after.length;
  return {
    text: `${before}<${type}>${after}`,
    glued: first.glued,
    start: first.start,
    end: last.end,
    variables: [{ type, start, end }],
  };
}

/** The token without the punctuation around it. */
export function bareText(text: string): string {
  return text.slice(openingOf(text).length, text.length - closingOf(text).length);
}

/** A placeholder's own angle brackets are not punctuation around it. */
function openingOf(text: string): string {
  const opening = opener.exec(text)?.[0] ?? '';
  return opening.endsWith('<') && /^[a-z]+>/.test(text.slice(opening.length))
    ? opening.slice(0, -1)
    : opening;
}

function closingOf(text: string): string {
  const closing = closer.exec(text.slice(-maxClosers))?.[0] ?? '';
  const bracket = closing.indexOf('>');
  return bracket >= 0 && /<[a-z]+$/.test(text.slice(0, text.length - closing.length))
    ? closing.slice(1)
    : closing;
}
