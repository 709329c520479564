import { collapse } from './collapse';
import { isShortHostAndPort, namesHostAndPort } from './masks';
import { mergeSequences } from './sequences';
import type { Token, Variable } from './tokens';
import { onePiece, type WordPiece, wordPieces } from './word-pieces';

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
    if (namesHosts && isShortHostAndPort(word)) tokens.push(tokenOf(onePiece(word, 'word'), at, offsets));
    else for (const piece of wordPieces(word)) tokens.push(tokenOf(piece, at, offsets));
    at = wordEnd + 1;
  }
  return mergeSequences(tokens);
}

const noVariables: readonly Variable[] = [];

/** `offset`: where the piece's word begins. */
function tokenOf({ text, from, to, spans }: WordPiece, offset: number, offsets: ArrayLike<number>): Token {
  const start = offsets[offset + from];
  const end = offsets[offset + to];
  const variables = spans.length === 0 ? noVariables : spans.map((span) => variableOf(span, offset, offsets));
  return { text, glued: from > 0, start, end, variables };
}

function variableOf(
  { type, from, to }: WordPiece['spans'][number],
  offset: number,
  offsets: ArrayLike<number>,
): Variable {
  return { type, start: offsets[offset + from], end: offsets[offset + to] };
}
