import { InputError } from '../../../protocol/input-error';
import type { PrometheusSource } from '../../../protocol/log-source';
import type { HttpAnswer } from '../../../protocol/sources';
import { statusProblem } from '../http/problems';
import { serverWords } from '../http/server-words';

/** `invalid parameter "query": 1:5: parse error: …`, as Prometheus says it of what it cannot read. */
const ofQuery = /^invalid parameter ["\\]*query["\\]*: (.*)$/;
const place = /^(\d+):(\d+): (.*)$/;

/** What an answer of failure means. */
export function refusalOf(answer: HttpAnswer, source: PrometheusSource): InputError {
  const words = serverWords(answer);
  const isAboutTheQuery = answer.status === 400 || answer.status === 422;
  if (!isAboutTheQuery || words === '') return statusProblem(answer, source);
  const query = queryWords(answer);
  return query === null ? refused(words) : unreadable(query);
}

/** What the server says of the query's text, without where it looked for it; null where something else is wrong. */
export function queryWords(answer: Pick<HttpAnswer, 'status' | 'body'>): string | null {
  if (answer.status !== 400) return null;
  const words = serverWords(answer);
  return ofQuery.exec(words)?.[1] ?? (words.includes('parse error') ? words : null);
}

/** The words and where in the query they are about; `at` is null where they do not say. */
export function placedWords(
  words: string,
  query: string,
): { readonly message: string; readonly at: number | null } {
  const [, line, column, message] = place.exec(words) ?? [];
  if (message === undefined) return { message: words, at: null };
  return { message, at: offsetOf(query, Number(line), Number(column)) };
}

/** Lines and columns count from 1, columns in bytes of UTF-8. */
function offsetOf(query: string, line: number, column: number): number {
  const lines = query.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const bytes = Buffer.from(lines[line - 1] ?? '').subarray(0, Math.max(0, column - 1));
  return Math.min(query.length, before + bytes.toString().length);
}

function unreadable(words: string): InputError {
  return new InputError({
    code: 'prometheus-query',
    sentence: { pattern: 'The server cannot read the query: {0}. Correct it there.', values: [words] },
  });
}

function refused(words: string): InputError {
  return new InputError({
    code: 'prometheus-refused',
    sentence: {
      pattern: 'The server refuses the query: {0}. Change the query or its time range.',
      values: [words],
    },
  });
}
