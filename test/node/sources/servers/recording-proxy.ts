import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { listening, type Running } from './listening';

export interface RecordingProxy extends Running {
  /** `CONNECT host:port` and `GET http://host:port/path`, in the order they came. */
  readonly seen: readonly string[];
}

/** A proxy on loopback that lets everything through, or, told a status, nothing; and says what it was asked. */
export async function startProxy({ refusesWith }: { refusesWith?: number } = {}): Promise<RecordingProxy> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    if (refusesWith) response.writeHead(refusesWith).end('refused by the proxy');
    else passOn(request, response);
  });
  server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
    seen.push(`CONNECT ${request.url}`);
    if (refusesWith) client.end(`HTTP/1.1 ${refusesWith} Refused\r\n\r\n`);
    else tunnel(request.url ?? '', client, head);
  });
  return { ...(await listening(server)), seen };
}

function passOn(request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = '' } = request;
  const onward = httpRequest(url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.writeHead(502).end());
  request.pipe(onward);
}

function tunnel(address: string, client: Socket, head: Buffer): void {
  const { hostname, port } = new URL(`http://${address}`);
  const server = connect(Number(port || 80), hostname.replace(/[[\]]/g, ''), () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    server.write(head);
    server.pipe(client).pipe(server);
  });
  const end = () => {
    server.destroy();
    client.destroy();
  };
  for (const socket of [server, client]) socket.on('error', end).on('close', end);
}
