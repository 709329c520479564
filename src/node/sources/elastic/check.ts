import { InputError } from '../../../protocol/input-error';
import type { ElasticQuery, ElasticSource } from '../../../protocol/log-source';
import type { QueryProblem } from '../../../protocol/sources';
import { quick } from '../http/backoff';
import type { Asking } from '../source-reader';
import { ElasticClient, indexPath } from './elastic-client';
import { ElasticFault } from './elastic-fault';
import { clauseOf } from './elastic-query';
import { jsonPlace } from './json-place';

type Text = ElasticQuery['text'];

/**
 * The server's own word about a query. It is run where it can find nothing: `_validate` reads a query, but not all that comes with
 * it, and names no place. Throws InputError for what is wrong with anything else.
 */
export async function checkQuery(
  source: ElasticSource,
  query: ElasticQuery,
  asking: Asking,
): Promise<QueryProblem | null> {
  const { text } = query;
  const early = problemOfJson(text);
  if (early) return early;
  const client = new ElasticClient(source, asking, quick);
  try {
    const path = `/${indexPath(query.index)}/_search?size=0&terminate_after=1`;
    await client.json({ method: 'POST', path, body: bodyFor(text) });
    return null;
  } catch (error) {
    if (!(error instanceof ElasticFault) || error.code !== 'elastic-query') throw error;
    return { message: error.words, at: placeOf(error, text) };
  }
}

/** What is no JSON, or no query, is told without the server. */
function problemOfJson({ kind, text }: Text): QueryProblem | null {
  if (kind === 'lucene') return null;
  try {
    clauseOf({ kind, text });
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { message: wordsOf(error), at: jsonPlace(text) };
  }
}

function wordsOf({ sentence, message }: InputError): string {
  return sentence.pattern.includes('JSON: {0}') ? String(sentence.values[0]) : message;
}

/** The text stands in lines of its own, so that places the server tells are its own but for the lines before. */
function bodyFor(text: Text): object | string {
  const clause = clauseOf(text);
  if (clause === null) return {};
  if (text.kind === 'lucene') return { query: clause };
  return isWrapped(text.text) ? text.text : `{"query":\n${text.text}\n}`;
}

function isWrapped(dsl: string): boolean {
  return Object.hasOwn(JSON.parse(dsl), 'query');
}

/** Lucene counts columns from 0, and all of a query is one line to it. */
function placeOf({ words, place }: ElasticFault, { kind, text }: Text): number | null {
  if (kind === 'lucene') {
    const found = /at line 1, column (\d+)/.exec(words);
    return found ? Math.min(text.length, Number(found[1])) : null;
  }
  if (place === null) return null;
  const lines = text.split('\n');
  const line = place.line - (isWrapped(text) ? 1 : 2);
  if (line < 0 || line >= lines.length) return null;
  const before = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(text.length, before + Math.max(0, place.column - 1));
}
