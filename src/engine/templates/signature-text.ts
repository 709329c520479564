/**
 * A masked message as one string: its glue, then its tokens. Tokens hold no blanks, so a blank parts them; a string
 * a signature is a fifth of what a list of strings takes.
 */
export function signatureText(texts: readonly string[], glue: string): string {
  return `${glue} ${texts.join(' ')}`;
}

export function tokensOfText(text: string): string[] {
  const start = text.indexOf(' ') + 1;
  return start === text.length ? [] : text.slice(start).split(' ');
}

export function glueOfText(text: string): string {
  return text.slice(0, text.indexOf(' '));
}
