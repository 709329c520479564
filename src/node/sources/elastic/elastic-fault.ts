import { InputError } from '../../../protocol/input-error';
import type { HttpSource } from '../../../protocol/log-source';
import type { HttpAnswer } from '../../../protocol/sources';
import { isObject } from '../http/answers';
import { statusProblem } from '../http/problems';
import { oneLine } from '../http/server-words';

/** A refusal both servers give in the same shape: a kind for machines, words for people, and where in the request it is. */
export class ElasticFault extends InputError {
  constructor(
    readonly status: number,
    /** The kinds of all causes in it, `index_not_found_exception` and the like. */
    readonly kinds: ReadonlySet<string>,
    /** The innermost cause says most. Hostile. */
    readonly words: string,
    readonly place: FaultPlace | null,
    problem: Pick<InputError, 'code' | 'sentence'>,
  ) {
    super(problem);
  }
}

/** Counted from 1, in the body of the request. */
export interface FaultPlace {
  readonly line: number;
  readonly column: number;
}

/** A cause inside a cause inside a cause; servers nest a handful. */
const deepest = 12;
const decoder = new TextDecoder();

/** What an answer of failure says. Where its body is not of these servers' shape, the status alone speaks. */
export function faultOf(answer: HttpAnswer, source: HttpSource): InputError {
  const causes = causesIn(bodyOf(answer));
  if (causes.length === 0) return statusProblem(answer, source);
  const kinds = new Set(causes.map(({ type }) => String(type)));
  const words = wordsOf(causes);
  const problem = problemOf(answer, source, kinds, words);
  return new ElasticFault(answer.status, kinds, words, placeIn(causes), problem);
}

/** Whether some shards could not be asked because what the search stood on is gone. */
export function isLostSearch(kinds: ReadonlySet<string>): boolean {
  return kinds.has('search_context_missing_exception');
}

function problemOf(answer: HttpAnswer, source: HttpSource, kinds: ReadonlySet<string>, words: string) {
  if (kinds.has('index_not_found_exception')) return noSuchIndex(source, words);
  if (answer.status === 400) return refusedQuery(words);
  return statusProblem(answer, source);
}

function noSuchIndex({ url }: HttpSource, words: string) {
  return {
    code: 'elastic-no-index',
    sentence: {
      pattern:
        'The server at {0} has no such index: {1}. Check the index pattern; * stands for any letters, as in logs-*.',
      values: [url, words],
    },
  };
}

function refusedQuery(words: string) {
  return {
    code: 'elastic-query',
    sentence: { pattern: 'The server does not take the query: {0}. Correct it.', values: [words] },
  };
}

function bodyOf(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(decoder.decode(answer.body));
  } catch {
    return undefined;
  }
}

/** All causes of an answer, the outer before the inner. */
export function causesIn(body: unknown): Record<string, unknown>[] {
  const error = isObject(body) ? body.error : undefined;
  const found: Record<string, unknown>[] = [];
  collect(error, 0, found);
  return found;
}

function collect(cause: unknown, depth: number, found: Record<string, unknown>[]): void {
  if (!isObject(cause) || depth > deepest) return;
  if (typeof cause.type === 'string') found.push(cause);
  for (const inner of [...listOf(cause.root_cause), ...listOf(cause.failed_shards)]) {
    collect(isObject(inner) && isObject(inner.reason) ? inner.reason : inner, depth + 1, found);
  }
  collect(cause.caused_by, depth + 1, found);
}

function listOf(value: unknown): readonly unknown[] {
  // Thousands of shards fail for one reason.
  return Array.isArray(value) ? value.slice(0, 20) : [];
}

/** Parsers list all they would have taken: what is before that is enough. */
export function wordsOf(causes: readonly Record<string, unknown>[]): string {
  const reasons = causes.map(({ reason }) => reason).filter((reason) => typeof reason === 'string');
  const telling = reasons.find((reason) => reason.startsWith('Cannot parse')) ?? reasons.at(-1) ?? '';
  return oneLine(telling.split('\nWas expecting')[0]);
}

function placeIn(causes: readonly Record<string, unknown>[]): FaultPlace | null {
  const placed = causes.findLast(({ line, col }) => typeof line === 'number' && typeof col === 'number');
  return placed ? { line: Number(placed.line), column: Number(placed.col) } : null;
}
