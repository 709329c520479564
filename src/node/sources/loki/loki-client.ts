import type { LokiSource } from '../../../protocol/log-source';
import type { HttpAnswer, HttpRequest, SocketClosed } from '../../../protocol/sources';
import { pathWith } from '../http/answers';
import { ask, type Manners } from '../http/ask';
import { patient, quick } from '../http/backoff';
import { transportProblem } from '../http/problems';
import { transportFailure } from '../http/transport-failure';
import type { Asking } from '../source-reader';
import { msNs } from './times';

const api = '/loki/api/v1';
/** Keeps metadata out of the streams' labels (3.0 and later; ignored before). */
const categorize = { 'X-Loki-Response-Encoding-Flags': 'categorize-labels' } as const;

/**
 * A result of more than 4 MiB hangs until the server ends the connection after 60 s, so the first deadline is shorter. Who had to ask
 * for less waits longer than the server's own limit of a minute.
 */
export const firstDeadlineMs = 25_000;
export const longDeadlineMs = 70_000;
const shortDeadlineMs = 20_000;

export interface RangeRequest {
  readonly query: string;
  readonly from: bigint;
  readonly until: bigint;
  readonly limit: number;
  readonly direction: 'forward' | 'backward';
  readonly deadlineMs: number;
}

/** Requests to one Loki within one conversation. Answers have any status; only what is no answer rejects. */
export class LokiClient {
  private aheadMs = 0;

  constructor(
    readonly source: LokiSource,
    private readonly asking: Asking,
  ) {}

  /** Rejects with TransportError where less should be asked for. */
  range(
    { query, from, until, limit, direction, deadlineMs }: RangeRequest,
    signal?: AbortSignal,
  ): Promise<HttpAnswer> {
    const parameters = { query, start: `${from}`, end: `${until}`, limit: `${limit}`, direction };
    const request = this.get('/query_range', parameters, deadlineMs, categorize);
    const { transport, now, wait, note, tell, reached } = this.asking;
    const asking = { transport, now, wait, note, tell, reached, signal: signal ?? this.asking.signal };
    return ask(this.source, request, asking, forPages);
  }

  /** Where nothing smaller can be asked for. Rejects with InputError. */
  async rangeAtOnce(request: RangeRequest): Promise<HttpAnswer> {
    try {
      return await this.range(request);
    } catch (error) {
      throw transportFailure(error) === null ? error : transportProblem(error as Error, this.source);
    }
  }

  /** A metric query, at whole multiples of the step; the first may lie before `from`. */
  metricRange(query: string, from: bigint, until: bigint, stepMs: bigint): Promise<HttpAnswer> {
    const step = `${Number(stepMs) / 1000}`;
    return this.patiently('/query_range', { query, start: `${from}`, end: `${until}`, step }, longDeadlineMs);
  }

  metricAt(query: string, time: bigint): Promise<HttpAnswer> {
    return this.patiently('/query', { query, time: `${time}` }, longDeadlineMs);
  }

  /** Follows live, until the socket closes. `onMessage`: see Transport. */
  tail(
    query: string,
    start: bigint,
    onMessage: (data: string | null) => void,
    signal: AbortSignal,
  ): Promise<SocketClosed> {
    // History comes by fetching; of it, the server sends one entry at least.
    const path = pathWith(`${api}/tail`, { query, start: `${start}`, limit: '1' });
    return this.asking.transport.openSocket(this.source, path, categorize, onMessage, signal);
  }

  /** Nanoseconds since the epoch, by the clock of the server as its last answer told it: ours may be an hour off. */
  serverNow(): bigint {
    return BigInt(this.asking.now() + this.aheadMs) * msNs;
  }

  /** Any other path of its API. */
  quickly(
    path: string,
    parameters: Readonly<Record<string, string | undefined>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<HttpAnswer> {
    return this.timed(
      ask(this.source, this.get(path, parameters, shortDeadlineMs, headers), this.asking, forPeople),
    );
  }

  private async timed(asked: Promise<HttpAnswer>): Promise<HttpAnswer> {
    const answer = await asked;
    const date = Date.parse(answer.headers.date ?? '');
    // It is cut to seconds, and was written a moment ago.
    const ahead = date - this.asking.now();
    this.aheadMs = Number.isNaN(date) || Math.abs(ahead) < closeMs ? 0 : ahead;
    return answer;
  }

  private patiently(
    path: string,
    parameters: Readonly<Record<string, string>>,
    deadlineMs: number,
  ): Promise<HttpAnswer> {
    return ask(this.source, this.get(path, parameters, deadlineMs), this.asking, forCounts);
  }

  /** Long queries go by POST: an address of more than some KiB is refused on the way. */
  private get(
    path: string,
    parameters: Readonly<Record<string, string | undefined>>,
    deadlineMs: number,
    headers: Readonly<Record<string, string>> = {},
  ): HttpRequest {
    const whole = pathWith(`${api}${path}`, parameters);
    if (whole.length <= longestPath) return { method: 'GET', path: whole, headers, body: null, deadlineMs };
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const [, body] = whole.split('?', 2);
    return { method: 'POST', path: `${api}${path}`, headers: { ...headers, ...type }, body, deadlineMs };
  }
}

const longestPath = 4000;
/** Clocks that are so close are taken for equal. */
const closeMs = 3000;
/** 504 and 500 say that a query was too much, or that something is not there: the reader of pages tells them apart. */
const forPages: Manners = {
  patience: patient,
  leaves: ['timeout', 'cut', 'too-large'],
  hands: ({ status }) => status === 504,
};
const forCounts: Manners = forPages;
const forPeople: Manners = { patience: quick };
