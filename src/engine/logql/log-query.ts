import { afterBlanks, isQuote, quoted, stringEnd } from './scan-text';

/** A query for log lines, known as far as its stream selector: `before {selector} pipeline`. What comes behind is the server's to check. */
export interface LogQuery {
  readonly text: string;
  /** Of the selector, braces included: `text.slice(from, to)`. */
  readonly from: number;
  readonly to: number;
}

/** Null where the text does not begin with a stream selector (in parentheses or not), as metric queries do not. */
export function readLogQuery(text: string): LogQuery | null {
  let from = afterBlanks(text, 0);
  while (text[from] === '(') from = afterBlanks(text, from + 1);
  if (text[from] !== '{') return null;
  const to = selectorEnd(text, from);
  return to < 0 ? null : { text, from, to };
}

export function selectorOf({ text, from, to }: LogQuery): string {
  return text.slice(from, to);
}

/** The query with one more condition in its selector, such as `app=~"a|b"`. */
export function withMatcher(query: LogQuery, matcher: string): LogQuery {
  const { text, from, to } = query;
  const inner = text.slice(from + 1, to - 1);
  const isEmpty = afterBlanks(inner, 0) === inner.length;
  // On a line of its own: a comment may stand at the end.
  const selector = isEmpty ? `{${matcher}}` : `{${matcher},\n${inner}}`;
  return replaced(query, selector, '');
}

/** The query with one more filter of lines, before all of its own: it sees lines as they were written. */
export function withLineFilter(query: LogQuery, operator: '|~' | '!~', regex: string): LogQuery {
  return replaced(query, selectorOf(query), ` ${operator} ${quoted(regex)} `);
}

/** With a stage of its pipeline right behind the selector. */
export function withFirstStage(query: LogQuery, stage: string): LogQuery {
  return replaced(query, selectorOf(query), ` | ${stage} `);
}

/**
 * How many entries there are in the time before each step. `range` such as `5m`; by labels where some are given. A line end goes
 * before the range, since the query may end in a comment.
 */
export function countQuery({ text }: LogQuery, range: string, by: readonly string[] = []): string {
  const grouping = by.length === 0 ? '' : ` by (${by.join(', ')})`;
  return `sum${grouping} (count_over_time(${text}\n[${range}]))`;
}

function replaced({ text, from, to }: LogQuery, selector: string, behind: string): LogQuery {
  return {
    text: text.slice(0, from) + selector + behind + text.slice(to),
    from,
    to: from + selector.length,
  };
}

/** Behind the brace that closes it; -1 where none does. */
function selectorEnd(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (isQuote(text[i])) i = stringEnd(text, i) - 1;
    else if (text[i] === '#') i = Math.max(i, afterBlanks(text, i) - 1);
    else if (text[i] === '}') return i + 1;
  }
  return -1;
}
