import { withoutMarks } from '../../engine/citations/marks';

const longest = 300;

/** A value between a pattern's own backticks. */
export function quoted(value: string): string {
  return inOneLine(value).replaceAll('`', "'");
}

/** Text that means nothing in Markdown: no emphasis, no code, no link, no mark of a list. */
export function shownAsIs(value: string): string {
  return inOneLine(value)
    .replace(/[\\`*_[\]<>~|&#!@{}]/g, '\\$&')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

function inOneLine(value: string): string {
  const line = withoutMarks(value)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const characters = [...line.slice(0, 2 * longest)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}
