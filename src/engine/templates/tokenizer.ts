import { collapse } from './collapse';
import { maskedText, maskSpans } from './mask-token';
import { isShortHostAndPort, namesHostAndPort } from './masks';
import { mergeSequences } from './sequences';
import { splitsOf } from './split-word';
import type { Token } from './tokens';

/**
 * Tokens of the message `bytes[start, end)`, variables masked. Cost is linear in its length; control bytes
 * count as white space, invalid UTF-8 as U+FFFD.
 */
export function tokenize(bytes: Uint8Array, start: number, end: number): Token[] {
  const { text, offsets } = collapse(bytes, start, end);
  const tokens: Token[] = [];
  const namesHosts = namesHostAndPort(text);
  let at = 0;
  while (at < text.length) {
    const blank = text.indexOf(' ', at);
    const wordEnd = blank < 0 ? text.length : blank;
    const word = text.slice(at, wordEnd);
    if (namesHosts && isShortHostAndPort(word)) tokens.push(oneVariable(word, at, offsets));
    else tokenizeWord(word, at, offsets, tokens);
    at = wordEnd + 1;
  }
  return mergeSequences(tokens);
}

/** Most words are: they hold neither a split nor a variable, and need no pattern tried on them. */
const plainWord = /^[A-Za-z]+[.,:]?$/;

function tokenizeWord(word: string, offset: number, offsets: readonly number[], tokens: Token[]): void {
  if (plainWord.test(word)) {
    const end = offsets[offset + word.length];
    tokens.push({ text: word, glued: false, start: offsets[offset], end, variables: [] });
    return;
  }
  const bounds = [0, ...splitsOf(word), word.length];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const text = word.slice(bounds[i], bounds[i + 1]);
    const first = offset + bounds[i];
    const spans = maskSpans(text);
    tokens.push({
      text: maskedText(text, spans),
      glued: i > 0,
      start: offsets[first],
      end: offsets[first + text.length],
      variables: spans.map(({ type, from, to }) => ({
        type,
        start: offsets[first + from],
        end: offsets[first + to],
      })),
    });
  }
}

function oneVariable(word: string, offset: number, offsets: readonly number[]): Token {
  const variable = { type: 'word', start: offsets[offset], end: offsets[offset + word.length] } as const;
  return { text: '<word>', glued: false, start: variable.start, end: variable.end, variables: [variable] };
}
