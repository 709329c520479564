import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { type Behaviour, type Reply, repliesWith } from './behaviours';
import { chatBodyOf, type RecordedRequest } from './recorded-request';

/**
 * A server that speaks OpenAI's protocol over HTTP on a free port of loopback, by a script, and records what it got. It uses
 * nothing of vitest: it runs in any test process, that of VS Code's tests too.
 *
 *     const server = await startModelServer([callsTools([{ name: 'get_lines', arguments: { from: 3 } }]), answers('It is `x` [L3].')]);
 *     … point the endpoint at server.url …
 *     server.requests[0].json?.messages      // exactly what left this process
 *     await server.stop();
 *
 * A list answers one chat request after the other; a request behind its end gets a 500 that says so. A single behaviour answers all,
 * so a function of the request can hold a whole conversation:
 *
 *     startModelServer(({ json }) => (json?.messages.at(-1)?.role === 'tool' ? answers('[L3]') : callsTools([…])));
 *
 * `answers(text, manner)` streams, or not, as the request asks; its manner cuts bytes, tool calls and streams as badly as servers do.
 * `repliesWith(status, body, headers)` is any other answer, `staysSilent()` none, `hangsUp()` a broken connection. Errors in the words
 * of known servers are in `dialects.ts`.
 */
export async function startModelServer(
  script: Behaviour | readonly Behaviour[],
  { models = ['test-model'], routes = {} }: ModelServerOptions = {},
): Promise<ModelServer> {
  const requests: RecordedRequest[] = [];
  const chats = chatScript(script);
  const behaviourOf = ({ path }: RecordedRequest): Behaviour => {
    const own = routes[path];
    if (own) return own;
    if (/\/models(?:\?|$)/.test(path)) return isNames(models) ? listed(models) : models;
    return /\/chat\/completions(?:\?|$)/.test(path) ? chats() : repliesWith(404, notFound(path));
  };
  const server = createServer((incoming, response) => {
    void serve(incoming, response, requests, behaviourOf).catch((error: Error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    requests,
    get chats() {
      return requests.filter(({ path }) => path.includes('/chat/completions'));
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface ModelServerOptions {
  /** What `GET /models` lists, or how else it behaves. */
  readonly models?: readonly string[] | Behaviour;
  /** What answers at other paths, as `/api/ps`; elsewhere is a 404. */
  readonly routes?: Readonly<Record<string, Behaviour>>;
}

export interface ModelServer {
  /** The base URL an endpoint is configured with, ending in `/v1`. */
  readonly url: string;
  readonly port: number;
  /** All that came, in the order it came. */
  readonly requests: readonly RecordedRequest[];
  /** Those of them that asked the model. */
  readonly chats: readonly RecordedRequest[];
  /** Breaks what is still open. */
  stop(): Promise<void>;
}

function chatScript(script: Behaviour | readonly Behaviour[]): () => Behaviour {
  if (!isList(script)) return () => script;
  const left = [...script];
  return () => left.shift() ?? repliesWith(500, { error: { message: 'The script of the test has ended.' } });
}

const isList = (script: Behaviour | readonly Behaviour[]): script is readonly Behaviour[] =>
  Array.isArray(script);
const isNames = (models: readonly string[] | Behaviour): models is readonly string[] => Array.isArray(models);

function listed(names: readonly string[]): Reply {
  const data = names.map((id) => ({ id, object: 'model', created: 1, owned_by: 'test' }));
  return repliesWith(200, { object: 'list', data });
}

const notFound = (path: string) => ({ error: { message: `Nothing is served at ${path}.`, code: null } });

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  requests: RecordedRequest[],
  behaviourOf: (request: RecordedRequest) => Behaviour,
): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces).toString();
  const { method = '', url: path = '', headers } = incoming;
  let isAnswered = false;
  const over = new Promise<'answered' | 'left'>((resolve) =>
    response.on('close', () => resolve(isAnswered ? 'answered' : 'left')),
  );
  const request: RecordedRequest = { method, path, headers, body, json: chatBodyOf(body), over };
  requests.push(request);
  let behaviour = behaviourOf(request);
  while (typeof behaviour === 'function') behaviour = await behaviour(request);
  await write(response, behaviour, () => {
    isAnswered = true;
  });
}

async function write(response: ServerResponse, reply: Reply, onAnswered: () => void): Promise<void> {
  response.socket?.setNoDelay(true);
  if (reply.status > 0) response.writeHead(reply.status, reply.headers).flushHeaders();
  for (const piece of reply.pieces) {
    if (response.destroyed) return;
    response.write(piece);
    await (reply.pauseMs > 0 ? pause(reply.pauseMs) : nextTurn());
  }
  if (reply.ends === 'silent') return;
  onAnswered();
  if (reply.ends === 'whole') response.end();
  else response.destroy();
}
