import type { PrometheusSource } from '../../../protocol/log-source';
import type { HttpAnswer, HttpRequest } from '../../../protocol/sources';
import { isObject, jsonObject, pathWith } from '../http/answers';
import { ask, type Manners } from '../http/ask';
import { quick } from '../http/backoff';
import type { Asking } from '../source-reader';
import { refusalOf } from './refusals';

const api = '/api/v1';
/** Its own limit of a query is two minutes; nobody waits so long for a curve. */
const deadlineMs = 30_000;
/** A longer address is refused on the way. */
const longestPath = 4000;
/** What it says of a query it cannot read or take has these; 503 says so of one that was too much (`execution`). */
const forPeople: Manners = { patience: quick };

export type Parameters = Readonly<Record<string, string | undefined>>;

export interface PrometheusAnswer {
  readonly data: unknown;
  /** The server's own words: what it left out, or thinks of the query. */
  readonly warnings: readonly string[];
}

/** Requests to one Prometheus within one conversation. Those that only look go once more where what is wrong may pass. */
export class PrometheusClient {
  constructor(
    readonly source: PrometheusSource,
    private readonly asking: Asking,
  ) {}

  /** Of any status. Rejects with InputError only where there is no answer. */
  get(path: string, parameters: Parameters = {}): Promise<HttpAnswer> {
    return ask(this.source, requestOf(path, parameters), this.asking, forPeople);
  }

  /** Rejects with InputError for what the server does not answer, in its own words. */
  async data(path: string, parameters: Parameters = {}): Promise<PrometheusAnswer> {
    const answer = await this.get(path, parameters);
    if (answer.status < 200 || answer.status >= 300) throw refusalOf(answer, this.source);
    const { status, data, warnings, infos } = jsonObject(answer, this.source);
    // Others answer 200 to any path, some of them in JSON.
    if (status !== 'success') throw refusalOf({ ...answer, status: 404 }, this.source);
    return { data, warnings: [...textsOf(warnings), ...textsOf(infos)] };
  }
}

/** Long queries go by POST, which this API takes for those that only read. */
function requestOf(path: string, parameters: Parameters): HttpRequest {
  const whole = pathWith(`${api}${path}`, parameters);
  if (whole.length <= longestPath) return { method: 'GET', path: whole, headers: {}, body: null, deadlineMs };
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = whole.slice(whole.indexOf('?') + 1);
  return { method: 'POST', path: `${api}${path}`, headers, body, deadlineMs };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

/** `data` of an answer that is an object; an empty one where it is none. */
export function membersOf(data: unknown): Readonly<Record<string, unknown>> {
  return isObject(data) ? data : {};
}
