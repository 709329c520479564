import type { PatternToken } from './pattern-tokens';

/** Short ways to say of a common class that it is no line end. */
const plain: Readonly<Record<string, string>> = {
  '\\s': '[^\\S\\n\\r]',
  '\\D': '[^\\d\\n\\r]',
  '\\W': '[^\\w\\n\\r]',
};

/**
 * The pattern such that it finds in a text of many lines, with the flag `m`, what it finds in each of them alone: nothing in it takes a
 * line end. (U+2028 and U+2029, which JavaScript takes for line ends, must not be in the text.)
 */
export function withinLines(tokens: readonly PatternToken[], flags: string): string {
  return tokens
    .map(({ kind, text }) => (kind === 'atom' || kind === 'char' ? atomWithin(text, flags) : text))
    .join('');
}

function atomWithin(text: string, flags: string): string {
  const own = new RegExp(`^(?:${text})$`, flags);
  if (!own.test('\n') && !own.test('\r')) return text;
  // A hyphen would make a range of it and the CR.
  if (text.startsWith('[^') && text[2] !== '-') return `[^\\n\\r${text.slice(2)}`;
  return plain[text] ?? `(?:(?![\\n\\r])${text})`;
}
