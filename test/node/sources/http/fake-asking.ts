import type { Sentence } from '../../../../src/engine/model/finding';
import type { Asking } from '../../../../src/node/sources/source-reader';
import type { Transport } from '../../../../src/node/sources/transport';
import type { HttpSource } from '../../../../src/protocol/log-source';
import type { HttpAnswer, HttpRequest, LastEntries, SocketClosed } from '../../../../src/protocol/sources';

type Answering = (request: HttpRequest, signal: AbortSignal) => HttpAnswer | Error | Promise<HttpAnswer>;
type Socket = (
  path: string,
  onMessage: (data: string | null) => void,
  signal: AbortSignal,
) => Promise<SocketClosed>;

/** One conversation with a server that is a function; nobody waits: waits are written down, and the clock stands where they end. */
export class FakeAsking implements Asking {
  readonly requests: HttpRequest[] = [];
  readonly waits: number[] = [];
  readonly notes: Sentence[] = [];
  readonly phases: string[] = [];
  isMissing = false;
  readonly transport: Transport;
  private readonly controller = new AbortController();
  private nowMs: number;

  constructor(answering: Answering, socket?: Socket, nowMs = Date.UTC(2026, 2, 1)) {
    this.nowMs = nowMs;
    this.transport = {
      request: async (_: HttpSource, request, signal) => {
        signal.throwIfAborted();
        this.requests.push(request);
        const answer = await answering(request, signal);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      openSocket: (_, path, _headers, onMessage, signal) => {
        if (!socket) throw new Error('This server has no sockets.');
        return socket(path, onMessage, signal);
      },
    };
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  readonly now = (): number => this.nowMs;

  readonly wait = async (milliseconds: number): Promise<void> => {
    this.signal.throwIfAborted();
    this.waits.push(milliseconds);
    this.nowMs += milliseconds;
  };

  readonly note = (sentence: Sentence, missing?: 'missing'): void => {
    this.notes.push(sentence);
    if (missing) this.isMissing = true;
  };

  readonly tell: Asking['tell'] = ({ phase }) => {
    if (phase) this.phases.push(phase);
  };

  last: LastEntries | null = null;
  readonly reached = (last: LastEntries): void => {
    this.last = last;
  };

  cancel(): void {
    this.controller.abort();
  }
}

export function answer(
  status: number,
  body: string | object = '',
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: new TextEncoder().encode(text) };
}
