import { afterBlanks, isQuote, quoted, stringEnd } from './scan-text';

/** A query for log lines, known as far as its stream selector: `before {selector} pipeline`. What comes behind is the server's to check. */
export interface LogQuery {
  readonly text: string;
  /** Of the selector, braces included: `text.slice(from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Behind the filters that were put behind the selector here; `to` where there are none. */
  readonly filtersTo: number;
}

/** Null where the text does not begin with a stream selector (in parentheses or not), as metric queries do not. */
export function readLogQuery(text: string): LogQuery | null {
  let from = afterBlanks(text, 0);
  while (text[from] === '(') from = afterBlanks(text, from + 1);
  if (text[from] !== '{') return null;
  const to = selectorEnd(text, from);
  return to < 0 ? null : { text, from, to, filtersTo: to };
}

export function selectorOf({ text, from, to }: LogQuery): string {
  return text.slice(from, to);
}

/** The selector and the filters put behind it here, without what the query does itself. */
export function withoutPipeline({ text, from, to, filtersTo }: LogQuery): LogQuery {
  return { text: text.slice(from, filtersTo), from: 0, to: to - from, filtersTo: filtersTo - from };
}

/** The query with one more condition in its selector, such as `app=~"a|b"`. */
export function withMatcher({ text, from, to, filtersTo }: LogQuery, matcher: string): LogQuery {
  const inner = text.slice(from + 1, to - 1);
  const isEmpty = afterBlanks(inner, 0) === inner.length;
  // On a line of its own: a comment may stand at the end.
  const selector = isEmpty ? `{${matcher}}` : `{${matcher},\n${inner}}`;
  const longer = selector.length - (to - from);
  return {
    text: text.slice(0, from) + selector + text.slice(to),
    from,
    to: to + longer,
    filtersTo: filtersTo + longer,
  };
}

/** The query with one more filter of lines, before all of its own: it sees lines as they were written. */
export function withLineFilter(query: LogQuery, operator: '|~' | '!~', regex: string): LogQuery {
  const narrowed = withFirstStage(query, `${operator} ${quoted(regex)}`);
  return { ...narrowed, filtersTo: query.filtersTo + narrowed.text.length - query.text.length };
}

/** With one more stage before all of its own. */
export function withFirstStage(query: LogQuery, stage: string): LogQuery {
  const { text, filtersTo } = query;
  return { ...query, text: `${text.slice(0, filtersTo)} ${stage} ${text.slice(filtersTo)}` };
}

/**
 * A metric query: entries, or bytes of their texts, in the time before each step. `range` such as `5m`; by labels where some are
 * given. A line end goes before the range, since the query may end in a comment.
 */
export function countQuery({ text }: LogQuery, range: string, by: readonly string[] = []): string {
  return `${sumBy(by)} (count_over_time(${text}\n[${range}]))`;
}

export function bytesQuery({ text }: LogQuery, range: string): string {
  return `sum (bytes_over_time(${text}\n[${range}]))`;
}

function sumBy(labels: readonly string[]): string {
  return labels.length === 0 ? 'sum' : `sum by (${labels.join(', ')})`;
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
