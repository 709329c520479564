/** Bracketed columns before the message, such as a request id: `[<word>] `, `[-] `. */
const leadingBrackets = /^(?:\[[^\]]{0,80}\][ :]*)+(?=\S)/;

/** A template as a row's label: without the bracketed columns every other row begins with too. */
export function patternLabel(pattern: string): string {
  return pattern.replace(leadingBrackets, '');
}

/** Constant text shorter than this may stand in the header too. */
const shortestAnchor = 3;

/**
 * The message of a line without its header (time, level, process), which would fill a narrow tree with the
 * same characters in every row. Found by the first constant words of its template, from one word earlier
 * where a variable stands before them; the whole line where they are not in the excerpt.
 */
export function messageOf(excerpt: string, pattern: string): string {
  const label = patternLabel(pattern);
  const [anchor] = label
    .split(/<[\w-]+>/)
    .map((text) => text.trim())
    .filter((text) => text.length >= shortestAnchor);
  const at = anchor === undefined ? -1 : excerpt.indexOf(anchor);
  if (at < 0) return excerpt;
  return excerpt.slice(label.startsWith(anchor) ? at : startOfWordBefore(excerpt, at));
}

function startOfWordBefore(text: string, index: number): number {
  return text.lastIndexOf(' ', text.slice(0, index).trimEnd().length - 1) + 1;
}
