import { createServer, connect as openSocket, type Socket } from 'node:net';

/** What happens to the answer of one request. */
export interface Fault {
  /** Milliseconds before anything of it is handed on. */
  readonly delayMs?: number;
  /** Nothing of it is handed on before this is settled. */
  readonly behind?: Promise<unknown>;
  /** The connection is cut when so many of its bytes were handed on. */
  readonly cutAfter?: number;
  /** Nothing of it comes, ever. */
  readonly swallow?: boolean;
}

export interface Exchange {
  /** `GET /path?query HTTP/1.1` */
  readonly request: string;
  /** Bytes of the answer handed on so far. */
  bytes: number;
  /** The client closed the connection before another request was made on it. */
  left: boolean;
}

export interface CuttingProxy {
  readonly url: string;
  readonly exchanges: readonly Exchange[];
  /** Asked at every request; undefined lets it pass. */
  fault: (request: string) => Fault | undefined;
  /** Cuts what is open now. New connections pass. */
  cutAll(): void;
  close(): Promise<void>;
}

const requestLine = /^(?:GET|POST|DELETE) [^\r\n]+/;

/** Hands bytes on between a client and the server at `target`, and makes the faults a test asks for. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const exchanges: Exchange[] = [];
  const server = createServer((client) => {
    const upstream = openSocket(Number(port), hostname);
    handOn(client, upstream, exchanges, (request) => proxy.fault(request));
    for (const socket of [client, upstream]) keepWhileOpen(socket, open);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = () => {
    for (const socket of open) socket.destroy();
  };
  const proxy: CuttingProxy = {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    exchanges,
    fault: () => undefined,
    cutAll,
    async close() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function keepWhileOpen(socket: Socket, open: Set<Socket>): void {
  open.add(socket);
  socket.once('close', () => open.delete(socket));
  // What a cut connection says of itself is what the test wants of the other end.
  socket.on('error', () => undefined);
}

function handOn(
  client: Socket,
  upstream: Socket,
  exchanges: Exchange[],
  faultOf: (request: string) => Fault | undefined,
): void {
  let exchange: Exchange | undefined;
  let fault: Fault = {};
  client.on('data', (bytes) => {
    const request = requestLine.exec(bytes.toString('latin1'))?.[0];
    if (request !== undefined) {
      exchange = { request, bytes: 0, left: false };
      exchanges.push(exchange);
      fault = faultOf(request) ?? {};
    }
    upstream.write(bytes);
  });
  upstream.on('data', (bytes) => {
    const { delayMs = 0, behind } = fault;
    fault = { ...fault, delayMs: 0 };
    upstream.pause();
    const handOver = () => {
      if (exchange !== undefined) answer(client, exchange, fault, bytes);
      upstream.resume();
    };
    setTimeout(() => (behind ?? Promise.resolve()).then(handOver, handOver), delayMs);
  });
  client.once('close', () => {
    if (exchange !== undefined) exchange.left = true;
    upstream.destroy();
  });
  upstream.once('close', () => client.destroySoon());
}

function answer(client: Socket, exchange: Exchange, { cutAfter, swallow }: Fault, bytes: Buffer): void {
  if (swallow) return;
  const room = (cutAfter ?? Number.POSITIVE_INFINITY) - exchange.bytes;
  const part = bytes.subarray(0, Math.max(0, room));
  exchange.bytes += part.length;
  client.write(part, () => {
    if (part.length < bytes.length) client.destroy();
  });
}
