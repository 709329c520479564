import { readLogQuery } from '../../../engine/logql/log-query';
import type { LokiQuery, LokiSource } from '../../../protocol/log-source';
import type { QueryProblem } from '../../../protocol/sources';
import { serverWords } from '../http/server-words';
import type { Asking } from '../source-reader';
import { LokiClient } from './loki-client';
import { answered } from './troubles';

const place = /\bparse error at line (\d+), col (\d+): ?(.*)/;
const placeless = /\bparse error ?: ?(.*)/;

/** Asks for one entry of one nanosecond: the server reads the query first. Rejects with InputError where something else is wrong. */
export async function checkQuery(
  source: LokiSource,
  query: LokiQuery,
  asking: Asking,
): Promise<QueryProblem | null> {
  const { logql, span } = query;
  const end = `${BigInt(span.from) + 1n}`;
  const parameters = { query: logql, start: span.from, end, limit: '1', direction: 'forward' };
  const answer = await new LokiClient(source, asking).quickly('/query_range', parameters);
  const words = serverWords(answer);
  if (answer.status === 200) return readLogQuery(logql) ? null : { message: onlySelectors, at: null };
  const found = place.exec(words);
  if (found) return { message: found[3], at: placeOf(logql, Number(found[1]), Number(found[2])) };
  const message = placeless.exec(words)?.[1];
  if (message !== undefined) return { message, at: null };
  if (answer.status === 400) return { message: words, at: null };
  answered(answer, source);
  return null;
}

/** Loki's own words for it, where a tail is asked for. */
const onlySelectors = 'only log selector is supported';

/** Lines and columns count from 1, columns in code points. */
function placeOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  const before = [...text.slice(start)].slice(0, Math.max(0, column - 1)).join('');
  return start + before.length;
}
