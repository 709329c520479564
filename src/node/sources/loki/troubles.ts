import { durationNs } from '../../../engine/logql/durations';
import { InputError } from '../../../protocol/input-error';
import type { HttpSource } from '../../../protocol/log-source';
import type { HttpAnswer } from '../../../protocol/sources';
import { statusProblem } from '../http/problems';
import { serverWords } from '../http/server-words';

/** Why an answer of Loki is none, by what can be done about it. */
export type Trouble =
  /** The server gives at most so many entries at once. */
  | { readonly kind: 'fewer'; readonly most: number }
  /** It reads at most so many nanoseconds at once. */
  | { readonly kind: 'shorter'; readonly mostNs: bigint }
  /** It was too much, nobody knows how much. */
  | { readonly kind: 'smaller'; readonly error: InputError }
  /** Something in the server is not there for a moment. */
  | { readonly kind: 'passing'; readonly error: InputError }
  | { readonly kind: 'refused'; readonly error: InputError };

const entriesLimit = /max_entries_limit\w* ?\(\d+ > (\d+)\)/;
/** The second is Cortex's wording, which the first versions of Loki 2 had. */
const rangeLimits = [
  /time range exceeds the limit \(query length: [^,]*, limit: ([^)]+)\)/,
  /length > limit \([^>]* > ([^)]+)\)/,
];
/** Limits in words that tell no figure are among them: less is asked for until it is little enough. */
const tooMuch =
  /max entries limit|length > limit|range (?:is )?too long|max number of chunks|timed out|deadline exceeded|too many bytes|too large|larger than max|ResourceExhausted|exceeds? (?:the )?(?:maximum|limit)/i;
const parse = /\bparse error\b/;

export function troubleOf(answer: HttpAnswer, source: HttpSource): Trouble {
  const words = serverWords(answer);
  const fewer = entriesLimit.exec(words);
  if (fewer && Number(fewer[1]) > 0) return { kind: 'fewer', most: Number(fewer[1]) };
  const limits = rangeLimits.map((limit) => limit.exec(words)?.[1]);
  const shorter = durationNs(limits.find((limit) => limit !== undefined) ?? '');
  if (shorter !== null && shorter > 0n) return { kind: 'shorter', mostNs: shorter };
  if (parse.test(words)) return { kind: 'refused', error: unreadable(words) };
  if (answer.status === 401 && words === 'no org id') return { kind: 'refused', error: noTenant(source) };
  const error = answer.status === 400 ? refused(words) : statusProblem(answer, source);
  if (answer.status === 504 || tooMuch.test(words)) return { kind: 'smaller', error };
  return answer.status >= 500 ? { kind: 'passing', error } : { kind: 'refused', error };
}

/** A request that cannot be made smaller. Throws InputError. */
export function answered(answer: HttpAnswer, source: HttpSource): HttpAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw endOf(troubleOf(answer, source), answer, source);
}

/** What a person reads where nothing smaller helps. */
export function endOf(trouble: Trouble, answer: HttpAnswer, source: HttpSource): InputError {
  if ('error' in trouble) return trouble.error;
  return answer.status === 400 ? refused(serverWords(answer)) : statusProblem(answer, source);
}

function unreadable(words: string): InputError {
  return new InputError({
    code: 'loki-query',
    sentence: {
      pattern: 'The server cannot read the query: {0}. Correct it there, or begin with a selector alone.',
      values: [words],
    },
  });
}

function refused(words: string): InputError {
  return new InputError({
    code: 'loki-refused',
    sentence: {
      pattern: 'The server refuses the query: {0}. Change the query or its time range.',
      values: [words],
    },
  });
}

export function noTenant({ url }: Pick<HttpSource, 'url'>): InputError {
  return new InputError({
    code: 'loki-no-tenant',
    sentence: {
      pattern:
        'The Loki at {0} keeps its tenants apart and was told none. Enter the tenant of the source (X-Scope-OrgID).',
      values: [url],
    },
  });
}
