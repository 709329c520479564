import { InputError } from '../../../protocol/input-error';
import type { LokiSource } from '../../../protocol/log-source';
import type { SocketClosed } from '../../../protocol/sources';
import { transportProblem } from '../http/problems';
import { oneLine } from '../http/server-words';
import { transportFailure } from '../http/transport-failure';
import { metricQuery } from './page-entries';
import { troubleOf } from './troubles';

/** What follows the end of a live connection. */
export type TailEnd =
  /** '' where it is no news: the server ends each after an hour. */
  { readonly kind: 'again'; readonly words: string } | { readonly kind: 'over'; readonly error: Error };

const anHourLong = /max duration/i;
const tooMany = /max concurrent tail requests/i;

/**
 * `isFirst`: none was open yet, so that what is wrong is the person's to mend rather than to be waited for. `isRefused`: none was of
 * use, or not lately.
 */
export function endOf(
  outcome: SocketClosed | Error,
  source: LokiSource,
  isFirst: boolean,
  isRefused: boolean,
): TailEnd {
  if (outcome instanceof Error) {
    if (transportFailure(outcome) === null) return { kind: 'over', error: outcome };
    return isFirst
      ? { kind: 'over', error: transportProblem(outcome, source) }
      : { kind: 'again', words: oneLine(outcome.message) };
  }
  const { code, reason, status } = outcome;
  const words = oneLine(reason);
  if (anHourLong.test(reason)) return { kind: 'again', words: '' };
  if (tooMany.test(reason)) return isRefused ? over(tooManyTails(words)) : { kind: 'again', words };
  if (/only log selector/i.test(reason)) return over(metricQuery());
  const answer = { status: status ?? 500, headers: {}, body: new TextEncoder().encode(reason) };
  const trouble = troubleOf(answer, source);
  if (trouble.kind === 'refused' && (code === 0 || /\bparse error\b/.test(reason)))
    return over(trouble.error);
  if (code === 0 && isFirst && 'error' in trouble) return over(trouble.error);
  return { kind: 'again', words: words === '' ? String(status ?? code) : words };
}

function over(error: Error): TailEnd {
  return { kind: 'over', error };
}

function tooManyTails(words: string): InputError {
  return new InputError({
    code: 'loki-too-many-tails',
    sentence: {
      pattern:
        'The server lets no more logs be followed live at once ({0}). End another one, or open the query without following it.',
      values: [words],
    },
  });
}
