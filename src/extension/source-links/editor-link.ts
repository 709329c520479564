import type { TimeSpan } from '../../protocol/log-source';

/**
 * A link that opens a log in the editor: the name of a log source, a query and a range; never an address or a key. Whoever has a source of
 * this name is asked, and asks it.
 */
export interface EditorLink {
  readonly source: string;
  readonly query: string;
  readonly span: TimeSpan;
}

const longestQuery = 10_000;
const longestName = 200;
const time = /^\d{1,19}$/;

/** The query string of the link. */
export function linkQuery({ source, query, span }: EditorLink): string {
  return new URLSearchParams({ source, query, from: span.from, until: span.until }).toString();
}

/** Undefined where the link is none: it comes from anywhere. */
export function readLink(queryString: string): EditorLink | undefined {
  const members = new URLSearchParams(queryString);
  const [source, query, from, until] = ['source', 'query', 'from', 'until'].map(
    (name) => members.get(name) ?? '',
  );
  const isText =
    source !== '' && source.length <= longestName && query !== '' && query.length <= longestQuery;
  if (!isText || !time.test(from) || !time.test(until) || BigInt(from) >= BigInt(until)) return undefined;
  return { source, query, span: { from, until } };
}
