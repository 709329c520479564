import type { SearchPattern } from '../../../src/engine/filter/filter';

export interface FoundByLine {
  readonly matches: number;
  /** Of those that match. */
  readonly lines: readonly number[];
}

/** VS Code's lines, but for the empty one behind a last line end; without escapes. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** What a search must find, found slowly: a regex of its own for each line. */
export function naiveSearch(text: string, pattern: SearchPattern): FoundByLine {
  const counts = linesOf(text).map((line) => countIn(line, naiveRegex(pattern)));
  return {
    matches: counts.reduce((sum, count) => sum + count, 0),
    lines: counts.flatMap((count, line) => (count > 0 ? [line] : [])),
  };
}

function naiveRegex({ kind, text, caseSensitive, wholeWord }: SearchPattern): RegExp {
  const source = kind === 'text' ? [...text].map(literally).join('') : text;
  const whole = wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])` : source;
  return new RegExp(whole, caseSensitive ? 'gu' : 'giu');
}

function literally(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** An empty match counts once, and is the line's last. */
function countIn(line: string, regex: RegExp): number {
  let count = 0;
  for (const [match] of line.matchAll(regex)) {
    if (match === '') return Math.max(1, count);
    count++;
  }
  return count;
}
