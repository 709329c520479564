import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { listening, type Running } from './listening';

export interface RecordingProxy extends Running {
  /** `CONNECT host:port`, `GET http://host:port/path` and of a WebSocket without a tunnel `UPGRADE http://…`, in the order they came. */
  readonly seen: readonly string[];
}

export interface ProxyManner {
  readonly refusesWith?: number;
  /** Made-up hosts, `loki.test` or of a tunnel `loki.test:443`, and the servers they stand for: `http://127.0.0.1:3100`. */
  readonly leadsTo?: Readonly<Record<string, string>>;
}

/** A proxy on loopback that lets everything through, or, told a status, nothing; and says what it was asked. */
export async function startProxy({ refusesWith, leadsTo = {} }: ProxyManner = {}): Promise<RecordingProxy> {
  const wayTo = (address: string) => {
    const { host, pathname, search } = new URL(address);
    return leadsTo[host] ? new URL(pathname + search, leadsTo[host]).href : address;
  };
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    if (refusesWith) response.writeHead(refusesWith).end('refused by the proxy');
    else passOn(wayTo(request.url ?? ''), request, response);
  });
  server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
    seen.push(`CONNECT ${request.url}`);
    if (refusesWith) client.end(`HTTP/1.1 ${refusesWith} Refused\r\n\r\n`);
    else tunnel(leadsTo[request.url ?? ''] ?? `http://${request.url}`, client, head);
  });
  server.on('upgrade', (request: IncomingMessage, client: Socket) => {
    seen.push(`UPGRADE ${request.url}`);
    upgrade(wayTo(request.url ?? ''), request, client);
  });
  return { ...(await listening(server)), seen };
}

function passOn(url: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request;
  const onward = httpRequest(url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.writeHead(502).end());
  request.pipe(onward);
}

function tunnel(address: string, client: Socket, head: Buffer): void {
  const { hostname, port } = new URL(address);
  const server = connect(Number(port || 80), hostname.replace(/[[\]]/g, ''), () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    server.write(head);
    server.pipe(client).pipe(server);
  });
  endTogether(server, client);
}

/** What the client says before it has the answer is not passed on: of a WebSocket it says nothing. */
function upgrade(url: string, { headers }: IncomingMessage, client: Socket): void {
  const onward = httpRequest(url, { headers });
  onward.on('upgrade', (answer, server: Socket, first) => {
    client.write(headOf(answer));
    client.write(first);
    server.pipe(client).pipe(server);
    endTogether(server, client);
  });
  onward.on('response', (answer) => answer.resume() && client.end(headOf(answer)));
  onward.on('error', () => client.destroy());
  onward.end();
}

function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const pairs = rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`));
  return `HTTP/1.1 ${statusCode} ${statusMessage}\r\n${pairs.join('')}\r\n`;
}

function endTogether(...sockets: readonly Socket[]): void {
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  for (const socket of sockets) socket.on('error', end).on('close', end);
}
