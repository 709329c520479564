/**
 * Marks in a checked answer, of characters Unicode leaves to private use: no text of a model or a log keeps them (`withoutMarks`).
 * A citation is `citationMark(index)`; what is struck out stands between `strikeStart` and `strikeEnd`, which never nest.
 */
export const strikeStart = '\uE002';
export const strikeEnd = '\uE003';

const citationStart = '\uE000';
const citationEnd = '\uE001';

export function citationMark(index: number): string {
  return `${citationStart}${index}${citationEnd}`;
}

export function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uE003]/g, '');
}

export type MarkedPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'citation'; readonly index: number }
  | { readonly kind: 'strikeStart' }
  | { readonly kind: 'strikeEnd' };

export function markedPieces(text: string): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(/\uE000(\d{1,6})\uE001|\uE002|\uE003/g)) {
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) });
    at = match.index + match[0].length;
    if (match[1] !== undefined) pieces.push({ kind: 'citation', index: Number(match[1]) });
    else pieces.push({ kind: match[0] === strikeStart ? 'strikeStart' : 'strikeEnd' });
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}
