import { builtInForms } from './built-in-forms';
import type { SecretSpan } from './secret';
import { SecretSearch } from './secrets-in-line';

/** UTF-16 units looked at before a cut, for what tells that a secret follows, and behind it, for the rest of one. */
const before = 600;
const behind = 300;
const mark = '…';

type Range = Pick<SecretSpan, 'start' | 'end'>;

/**
 * `[from, to)` of a line. What is hidden later is found in the piece alone, where half a token is no token and nothing says that a password
 * follows: what could not be found there any more is left out, with a mark. A reader's own patterns are not known here.
 */
export function cutLine(line: string, from: number, to: number): string {
  const lost = [
    ...(from > 0 ? lostIn(line, { start: from, end: Math.min(to, from + before) }) : []),
    ...(to < line.length ? lostIn(line, { start: Math.max(from, to - before), end: to }) : []),
  ];
  let cut = '';
  let at = from;
  for (const { start, end } of lost.sort((a, b) => a.start - b.start)) {
    if (start >= at) cut += line.slice(at, start) + mark;
    at = Math.max(at, end);
  }
  return cut + line.slice(at, to);
}

/** What of a piece is of secrets that are found in the line and not in the piece. */
function lostIn(line: string, { start, end }: Range): Range[] {
  const from = Math.max(0, start - before);
  const inLine = spansOf(line.slice(from, end + behind), from);
  const inPiece = spansOf(line.slice(start, end), start);
  return inLine
    .map((span) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }))
    .filter((span) => span.start < span.end)
    .filter((span) => !inPiece.some((found) => found.start <= span.start && found.end >= span.end));
}

function spansOf(text: string, offset: number): Range[] {
  search ??= new SecretSearch(builtInForms);
  return search.inLine(text).map(({ start, end }) => ({ start: start + offset, end: end + offset }));
}

let search: SecretSearch | undefined;
