import type { HttpSource } from '../../protocol/log-source';
import { type Handlers, handingOver, type Rpc } from '../../protocol/rpc';
import type {
  HttpAnswer,
  HttpRequest,
  SocketClosed,
  SocketMessage,
  SourcesHostApi,
  SourcesWorkerApi,
} from '../../protocol/sources';
import type { Transport } from './transport';

type Asked = Pick<Rpc<SourcesWorkerApi, SourcesHostApi>, 'call'>;

/** In the thread that reads remote logs: the host speaks for it. */
export class RpcTransport implements Transport {
  private readonly sockets = new Map<number, (data: string | null) => void>();
  private lastSocket = 0;

  constructor(private readonly host: Asked) {}

  request(source: HttpSource, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    return this.host.call('request', { source, request }, { signal });
  }

  async openSocket(
    source: HttpSource,
    path: string,
    headers: Readonly<Record<string, string>>,
    onMessage: (data: string | null) => void,
    signal: AbortSignal,
  ): Promise<SocketClosed> {
    const id = ++this.lastSocket;
    this.sockets.set(id, onMessage);
    try {
      return await this.host.call('openSocket', { id, source, path, headers }, { signal });
    } finally {
      this.sockets.delete(id);
    }
  }

  /** The socket is open, or one frame, which the host hands over in the order they came. */
  socketMessage({ id, data }: SocketMessage): void {
    this.sockets.get(id)?.(data);
  }
}

/** In the host: answers what the thread asks by a transport that does speak HTTP. */
export function transportAnswers(
  transport: Transport,
  onSocketMessage: (message: SocketMessage) => void,
): Pick<Handlers<SourcesHostApi>, 'request' | 'openSocket'> {
  return {
    async request({ source, request }, signal) {
      const answer = await transport.request(source, request, signal);
      const { buffer, byteLength } = answer.body;
      // A piece of a larger buffer would take the rest of it along.
      const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
      return isWhole ? handingOver(answer, [buffer]) : answer;
    },
    openSocket: ({ id, source, path, headers }, signal) =>
      transport.openSocket(source, path, headers, (data) => onSocketMessage({ id, data }), signal),
  };
}
