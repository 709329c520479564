import type { PrometheusQuery, PrometheusSource } from '../../../protocol/log-source';
import type { QueryProblem } from '../../../protocol/sources';
import type { Asking } from '../source-reader';
import { PrometheusClient } from './prometheus-client';
import { placedWords, queryWords, refusalOf } from './refusals';

/** Asks for one moment of a range: the server reads the query first. Rejects with InputError where something else is wrong. */
export async function checkQuery(
  source: PrometheusSource,
  { promql }: PrometheusQuery,
  asking: Asking,
): Promise<QueryProblem | null> {
  const now = `${Math.floor(asking.now() / 1000)}`;
  const parameters = { query: promql, start: now, end: now, step: '1', limit: '1' };
  const answer = await new PrometheusClient(source, asking).get('/query_range', parameters);
  if (answer.status >= 200 && answer.status < 300) return null;
  const words = queryWords(answer);
  if (words === null) throw refusalOf(answer, source);
  return placedWords(words, promql);
}
