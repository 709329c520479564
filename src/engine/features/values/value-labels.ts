const placeholder = /<[a-z]+>/g;
/** The last word of a text: letters, with digits, points, hyphens and underscores in it. */
const lastWord = /[\p{L}_@][\p{L}\p{N}_.@-]*(?=[^\p{L}\p{N}]*$)/u;
/** In lower case: what is counted, and no name. */
const countedWord = /^\p{Ll}[\p{L}_]*(?=[^<]*$)/u;
/** Looked at behind each other: a value further on is not named by what stands there. */
const mostTokensBack = 2;

/**
 * The word that tells what the `ordinal`-th placeholder of `tokens[position]` is: `size` of `size <number>`, `user` of
 * `user=<word>`; '' where no word stands near, before it or else right behind it.
 */
export function labelBefore(tokens: readonly string[], position: number, ordinal: number): string {
  const before = textBefore(tokens[position], ordinal);
  const own = lastWord.exec(before)?.[0];
  if (own !== undefined) return own;
  // Behind another value of the same token: `<number>/<number>` has one name.
  if (ordinal > 0) return labelBefore(tokens, position, 0);
  for (let i = position - 1; i >= Math.max(0, position - mostTokensBack); i--) {
    if (tokens[i].includes('<')) break;
    const word = lastWord.exec(tokens[i])?.[0];
    if (word !== undefined) return word;
  }
  return wordBehind(tokens[position + 1]);
}

/** `active` of `<number> active`: where no word stands before a value, what it counts follows. */
function wordBehind(token: string | undefined): string {
  return (token !== undefined && countedWord.exec(token)?.[0]) || '';
}

/** The same where the word is a key (`thread=`, `id:`): what else stands before a value in a header is another column. */
export function keyBefore(tokens: readonly string[], position: number, ordinal: number): string {
  const own = textBefore(tokens[position], ordinal);
  const before = own === '' && position > 0 ? tokens[position - 1] : own;
  return /[=:]["'([{]*$/.test(before) ? (lastWord.exec(before)?.[0] ?? '') : '';
}

/** The constant text of a token between its placeholder before and the one asked for. */
function textBefore(token: string, ordinal: number): string {
  let from = 0;
  let count = 0;
  for (const match of token.matchAll(placeholder)) {
    if (count++ === ordinal) return token.slice(from, match.index);
    from = match.index + match[0].length;
  }
  return '';
}
