import { seededRandom } from '../../../engine/model/seeded-random';
import { InputError } from '../../../protocol/input-error';
import type { HttpSource } from '../../../protocol/log-source';
import type { HttpAnswer, HttpRequest } from '../../../protocol/sources';
import type { Asking } from '../source-reader';
import type { TransportFailure } from '../transport';
import { backoffMs, type Patience, retryAfterMs } from './backoff';
import { transportProblem, waitTooLong } from './problems';
import { transportFailure } from './transport-failure';

export interface Manners {
  readonly patience: Patience;
  /** Failures the caller deals with by asking for less: they are thrown as they are, at once. */
  readonly leaves?: readonly TransportFailure[];
  /** Answers the caller deals with: they are returned at once, although their status is one that may pass. */
  readonly hands?: (answer: HttpAnswer) => boolean;
}

/** May be gone a moment later. 500 is not among them: some servers say so of a query they cannot read. */
const passing: readonly number[] = [408, 425, 429, 502, 503, 504];
const passingFailures: readonly TransportFailure[] = ['refused', 'unreachable', 'timeout', 'cut'];

/**
 * One request, tried again while what is wrong may pass: with growing waits, or as long as the server says (`Retry-After`).
 * Resolves with the last answer, whatever its status: `succeeded` (answers.ts) turns one of failure into a sentence. Rejects
 * with InputError where there is no answer, with TransportError for what the caller `leaves`, or with the signal's reason.
 */
export async function ask(
  source: HttpSource,
  request: HttpRequest,
  asking: Asking,
  { patience, leaves = [], hands }: Manners,
): Promise<HttpAnswer> {
  const chance = seededRandom(asking.now());
  let waited = 0;
  for (let tried = 1; ; tried++) {
    const outcome = await attempt(source, request, asking);
    const failure = outcome instanceof Error ? transportFailure(outcome) : null;
    if (failure !== null && leaves.includes(failure)) throw outcome;
    const isLast = tried >= patience.attempts || waited >= patience.inAllMs;
    if (outcome instanceof Error) {
      if (isLast || !passingFailures.includes(failure ?? 'other')) throw transportProblem(outcome, source);
    } else if (isLast || !passing.includes(outcome.status) || hands?.(outcome)) return outcome;

    const told = outcome instanceof Error ? null : retryAfterMs(outcome.headers['retry-after'], asking.now());
    const delay = Math.max(told ?? 0, backoffMs(tried, patience, chance));
    if (waited + delay > patience.inAllMs && told !== null) throw waitTooLong(source, told);
    asking.tell({ phase: 'waiting' });
    await asking.wait(delay);
    waited += delay;
  }
}

/** The answer, or the transport's failure. Rejects with anything else. */
async function attempt(
  source: HttpSource,
  request: HttpRequest,
  { transport, signal }: Asking,
): Promise<HttpAnswer | Error> {
  try {
    return await transport.request(source, request, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof InputError || transportFailure(error) === null) throw error;
    return error as Error;
  }
}
