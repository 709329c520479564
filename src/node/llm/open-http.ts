import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import { inflated } from '../sources/answer-body';
import { failedExchange } from '../sources/failed-exchange';
import { type AgentFor, headOf, proxiedWay } from '../sources/one-request';
import { TransportError } from '../sources/transport';
import type { Clock } from './clock';
import { destinationOf, isLoopbackName } from './destination';

export interface HttpParts {
  /** Left out in the editor: VS Code replaces `request` of both modules, and gives it an agent that knows its proxy settings. */
  readonly agentFor?: AgentFor | undefined;
  readonly clock: Clock;
  readonly connectSeconds: number;
  /** Between what is sent and the first byte, and between any two pieces. */
  readonly silenceSeconds: number;
}

export interface HttpAsked {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface HttpStream {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** To be read once; ending it early ends the exchange. Rejects with TransportError, or with the signal's reason. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * One request of HTTP, whose answer is read as it comes. Follows no redirect: a key must not go elsewhere. `request` is looked up at every
 * call, since VS Code puts its own there; certificates besides Node's own come from it, or from NODE_EXTRA_CA_CERTS.
 * Rejects with TransportError, or with the signal's reason.
 */
export async function openHttp(
  url: URL,
  asked: HttpAsked,
  parts: HttpParts,
  signal: AbortSignal,
): Promise<HttpStream> {
  signal.throwIfAborted();
  const exchange = new Exchange(url, asked, parts, signal);
  try {
    const answer = await headOf(exchange.request, asked.body);
    exchange.rest();
    return { status: answer.statusCode ?? 0, headers: flat(answer.headers), pieces: exchange.pieces(answer) };
  } catch (error) {
    exchange.end();
    const failure = exchange.failureOf(error);
    // The server closed an idle connection at the moment it was used again: it never saw the request.
    if (failure.code === 'cut' && exchange.request.reusedSocket) return openHttp(url, asked, parts, signal);
    throw failure;
  }
}

/** Ends itself when nothing is heard for too long, or when it is cancelled. */
class Exchange {
  readonly request: ClientRequest;
  private late: TransportError | undefined;
  private stopAlarm: () => void = () => undefined;
  private readonly viaProxy: boolean;

  constructor(
    url: URL,
    { method, headers, body }: HttpAsked,
    private readonly parts: HttpParts,
    private readonly signal: AbortSignal,
  ) {
    const length = body === null ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const way = wayTo(url, parts.agentFor);
    this.viaProxy = way.agent !== undefined;
    const options = { method, headers: { Host: url.host, ...headers, ...length }, ...way };
    this.request = (url.protocol === 'https:' ? https : http).request(url, options);
    signal.addEventListener('abort', this.cancel, { once: true });
    this.alarm(parts.connectSeconds);
    this.request.once('socket', (socket) => {
      if (!socket.connecting) this.alarm(parts.silenceSeconds);
      else socket.once('connect', () => this.alarm(parts.silenceSeconds));
    });
  }

  async *pieces(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
    // Between two pieces nobody listens; the next read hears of it.
    answer.on('error', () => undefined);
    const body = inflated(answer)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    let isWhole = false;
    try {
      for (;;) {
        this.alarm(this.parts.silenceSeconds);
        const { done, value } = await body.next();
        this.rest();
        isWhole = done === true;
        if (done) return;
        yield value;
      }
    } catch (error) {
      throw this.failureOf(error);
    } finally {
      if (isWhole) this.release();
      else this.end();
    }
  }

  /** Throws the signal's reason where it was cancelled. */
  failureOf(error: unknown): TransportError {
    this.signal.throwIfAborted();
    return this.late ?? failedExchange(error, this.viaProxy);
  }

  /** Nothing is waited for. */
  rest(): void {
    this.stopAlarm();
    this.stopAlarm = () => undefined;
  }

  end(): void {
    this.release();
    this.request.destroy();
  }

  private release(): void {
    this.rest();
    this.signal.removeEventListener('abort', this.cancel);
  }

  private readonly cancel = () => {
    this.request.destroy();
  };

  private alarm(seconds: number): void {
    this.rest();
    this.stopAlarm = this.parts.clock.after(seconds, () => {
      this.late = new TransportError('timeout', `${seconds} s`);
      this.request.destroy();
    });
  }
}

/** What is called local goes to loopback itself: past every proxy, and past a name server that knows a `*.localhost`. */
function wayTo(url: URL, agentFor: AgentFor | undefined): RequestOptions {
  if (destinationOf(url.href).kind === 'remote') return proxiedWay(agentFor?.(url, 'request'), url) ?? {};
  return isLoopbackName(url.hostname) && url.hostname !== 'localhost' ? { hostname: 'localhost' } : {};
}

function flat(headers: IncomingMessage['headers']): Record<string, string> {
  const all = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(all);
}
