/** Code in Markdown: a fence at the beginning of a line, or a span. */
const code =
  /^[ \t]*(`{3,})([^`\n]*)\n([\s\S]*?)(?:^[ \t]*\1`*[ \t]*$|(?![\s\S]))|(?<![`\\])(`+)(?!`)([^\n]*?[^`\n])\4(?!`)/gm;

/**
 * Markdown that shows the same text and can load and link nothing: no HTML, no image, no link. Code is written anew, so that another
 * reader of Markdown ends it where this one does.
 */
export function inertMarkdown(markdown: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const match of markdown.matchAll(code)) {
    pieces.push(inertText(markdown.slice(at, match.index)));
    at = match.index + match[0].length;
    pieces.push(match[1] === undefined ? codeSpan(match[5]) : codeBlock(match[2], match[3]));
  }
  return [...pieces, inertText(markdown.slice(at))].join('');
}

/** Any text of one line as code: nothing in it is Markdown. */
export function codeSpan(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ').trim();
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** One item a line. */
export function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Text in one line, as Markdown that shows it. */
export function inertLine(text: string): string {
  const line = inertMarkdown(text.replace(/\s+/g, ' ').trim());
  return line.replace(/^(\d{0,9})([#>+.)-])/, '$1\\$2');
}

function codeBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const name = /^[\w+-]{0,20}$/.exec(language.trim())?.[0] ?? '';
  return `\n${fence}${name}\n${text.replace(/\n$/, '')}\n${fence}\n`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}

/** A bare address ends where a reader of Markdown says: one that takes the backtick behind it would open what code closes. */
function inertText(text: string): string {
  return text
    .replaceAll('`', '&#96;')
    .replaceAll('<', '&lt;')
    .replace(/\](?=[([:])/g, '] ')
    .replaceAll('://', '&#58;//')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/\\+$/, (slashes) => slashes + slashes);
}
