import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { HttpSource } from '../../protocol/log-source';
import type { HttpAnswer, HttpRequest, SocketClosed } from '../../protocol/sources';
import { acceptedEncodings, bodyOf } from './answer-body';
import { failedExchange } from './failed-exchange';
import { converse } from './node-socket';
import { type AgentFor, headOf, type ProxiedWay, proxiedWay } from './one-request';
import { addressOf, headersOf, type SecretOf } from './source-headers';
import { type Transport, TransportError } from './transport';
import { trustedWith } from './trusted-certificates';

export interface NodeTransportParts {
  readonly secretOf: SecretOf;
  /** Left out in the editor: VS Code replaces `request` of both modules, and gives it an agent that knows its proxy settings. */
  readonly agentFor?: AgentFor;
}

interface Exchange {
  readonly url: URL;
  readonly options: https.RequestOptions;
  readonly body: string | null;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/**
 * HTTP by Node. Adds authentication and tenant; follows no redirect: what answers elsewhere must not get them. `request` is looked up
 * at every call, since VS Code puts its own there.
 */
export class NodeTransport implements Transport {
  constructor(private readonly parts: NodeTransportParts) {}

  async request(source: HttpSource, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    signal.throwIfAborted();
    const url = addressOf(source, request.path);
    const own = await headersOf(source, this.parts.secretOf);
    const ca = await trustedWith(source.caFile);
    const { method, body, deadlineMs } = request;
    // Of a DELETE Node would send the body without saying so, and the next request on the connection would begin in it.
    const length = body === null ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const headers = { 'Accept-Encoding': acceptedEncodings, ...request.headers, ...length, ...own };
    const options = { method, headers, ...(ca && { ca }), ...this.way(url, 'request') };
    const exchange = { url, options, body, deadlineMs, signal };
    return await answerTo(exchange, { mayRepeat: true });
  }

  async openSocket(
    source: HttpSource,
    path: string,
    headers: Readonly<Record<string, string>>,
    onMessage: (data: string | null) => void,
    signal: AbortSignal,
  ): Promise<SocketClosed> {
    signal.throwIfAborted();
    const url = addressOf(source, path);
    const own = await headersOf(source, this.parts.secretOf);
    const ca = await trustedWith(source.caFile);
    const options = { headers: { ...headers, ...own }, ...(ca && { ca }), ...this.way(url, 'socket') };
    return converse(url, options, onMessage, signal);
  }

  private way(url: URL, use: 'request' | 'socket'): ProxiedWay | undefined {
    return proxiedWay(this.parts.agentFor?.(url, use), url);
  }
}

async function answerTo(exchange: Exchange, { mayRepeat }: { mayRepeat: boolean }): Promise<HttpAnswer> {
  const viaProxy = exchange.options.agent !== undefined;
  const state: { sent?: ClientRequest; answered?: boolean } = {};
  try {
    return await beforeDeadline(exchange, async (request) => {
      state.sent = request;
      const answer = await headOf(request, exchange.body);
      state.answered = true;
      const { statusCode: status = 0, headers } = answer;
      return { status, headers: flat(headers), body: await bodyOf(answer) };
    });
  } catch (error) {
    exchange.signal.throwIfAborted();
    const failure = failedExchange(error, viaProxy);
    // The server closed an idle connection at the moment it was used again: it never saw the request.
    const wasIdle = failure.code === 'cut' && state.sent?.reusedSocket === true && !state.answered;
    if (wasIdle && mayRepeat) return answerTo(exchange, { mayRepeat: false });
    throw failure;
  }
}

/** Ends the exchange itself when time is up, or when it is cancelled. */
async function beforeDeadline<Answer>(
  { url, options, deadlineMs, signal }: Exchange,
  work: (request: ClientRequest) => Promise<Answer>,
): Promise<Answer> {
  const request = (url.protocol === 'https:' ? https : http).request(url, options);
  let late: TransportError | undefined;
  const cancel = () => request.destroy(new Error('cancelled'));
  const timer = setTimeout(() => {
    late = new TransportError('timeout', `${deadlineMs} ms`);
    request.destroy(late);
  }, deadlineMs);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await work(request);
  } catch (error) {
    // A server that goes on sending what nobody reads any more is left.
    request.destroy();
    throw late ?? error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

function flat(headers: IncomingMessage['headers']): Record<string, string> {
  const all = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(all);
}
