/** Lines of a log as Markdown: where they are, then the text in a fence that nothing in it can close. */
export function markdownBlock(place: string, address: string | undefined, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  // The name of a file may have line ends.
  const named = codeSpan(place.replace(/\s+/g, ' '));
  const heading = address === undefined ? named : `[${named}](${address})`;
  return `${heading}\n\n${fence}log\n${text.replace(/(?:\r?\n)+$/, '')}\n${fence}\n`;
}

function codeSpan(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  return fence.length > 1 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** `app.log:12`, `app.log:12-15`. */
export function placeText(path: string, first: number, last: number): string {
  return first === last ? `${path}:${first}` : `${path}:${first}-${last}`;
}
