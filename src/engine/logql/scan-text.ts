/** Behind the string that begins at `at` (`"…"` with escapes, or between backticks); the length of the text where it does not end. */
export function stringEnd(text: string, at: number): number {
  const quote = text[at];
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === quote) return i + 1;
    if (text[i] === '\\' && quote === '"') i++;
  }
  return text.length;
}

export function isQuote(letter: string): boolean {
  return letter === '"' || letter === '`';
}

/** The next place that is neither blank nor in a comment (`#` to the end of its line). */
export function afterBlanks(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    if (text[i] === '#') {
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end;
    } else if (/\s/.test(text[i])) i++;
    else break;
  }
  return i;
}

/** A text as LogQL writes strings. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
