import type { ElasticSource } from '../../../protocol/log-source';
import type { HttpAnswer, HttpRequest } from '../../../protocol/sources';
import { jsonObject } from '../http/answers';
import { ask } from '../http/ask';
import type { Patience } from '../http/backoff';
import type { Asking } from '../source-reader';
import type { TransportFailure } from '../transport';
import { faultOf } from './elastic-fault';
import { exactJson } from './exact-json';

const headers = { 'content-type': 'application/json', accept: 'application/json' };

export interface ElasticRequest {
  readonly method: HttpRequest['method'];
  readonly path: string;
  /** An object, or JSON text that is sent as it stands. */
  readonly body?: object | string;
  /** Failures the caller deals with by asking for less. */
  readonly leaves?: readonly TransportFailure[];
  /** Answers the caller deals with although their status is one that may pass. */
  readonly hands?: (answer: HttpAnswer) => boolean;
}

/** Asks one server in JSON. All methods throw ElasticFault for what the server refuses, and InputError as `ask` does. */
export class ElasticClient {
  constructor(
    readonly source: ElasticSource,
    readonly asking: Asking,
    private readonly patience: Patience,
    private readonly deadlineMs = 30_000,
  ) {}

  async json(request: ElasticRequest): Promise<Record<string, unknown>> {
    return jsonObject(await this.answer(request), this.source);
  }

  /** The answer of success itself, for those who parse it later. */
  async answer(request: ElasticRequest): Promise<HttpAnswer> {
    const answer = await this.anyAnswer(request);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw faultOf(answer, this.source);
  }

  /** Whatever its status. */
  anyAnswer({ method, path, body, ...manners }: ElasticRequest): Promise<HttpAnswer> {
    const text = body === undefined || typeof body === 'string' ? (body ?? null) : JSON.stringify(body);
    const request = { method, path, headers, body: text, deadlineMs: this.deadlineMs };
    return ask(this.source, request, this.asking, { patience: this.patience, ...manners });
  }

  /** The object in an answer. `exactly` keeps all digits of integers, and takes longer. */
  parsed(answer: HttpAnswer, exactly: 'exactly' | 'quickly'): Record<string, unknown> {
    return jsonObject(answer, this.source, exactly === 'exactly' ? exactJson : JSON.parse);
  }
}

/** An index pattern as a part of a path. */
export function indexPath(index: string): string {
  const pattern = index.trim();
  return pattern === '' || /^\.+$/.test(pattern) ? '*' : encodeURIComponent(pattern);
}
