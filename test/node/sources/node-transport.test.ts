import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { bodyOf } from '../../../src/node/sources/answer-body';
import { environmentAgents } from '../../../src/node/sources/environment-agents';
import { NodeTransport } from '../../../src/node/sources/node-transport';
import { TransportError } from '../../../src/node/sources/transport';
import { InputError } from '../../../src/protocol/input-error';
import type { HttpSource, LokiSource } from '../../../src/protocol/log-source';
import type { HttpAnswer, HttpRequest } from '../../../src/protocol/sources';
import { listening, type Running } from './servers/listening';
import { makeCertificate } from './servers/own-certificate';
import { startProxy } from './servers/recording-proxy';

const loki: LokiSource = {
  kind: 'loki',
  name: 'shop',
  url: '',
  authentication: { kind: 'none' },
  caFile: null,
  tenant: null,
  grafana: null,
};
const get: HttpRequest = { method: 'GET', path: '/ready', headers: {}, body: null, deadlineMs: 60_000 };
const never = new AbortController().signal;

const running: Running[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const one of running.splice(0)) await one.close();
});

async function start(server: Server): Promise<Running> {
  const started = await listening(server);
  running.push(started);
  return started;
}

/** The address of a server that answers so. */
async function serverOf(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${(await start(createServer(listener))).port}`;
}

function ask(
  url: string,
  more: Partial<LokiSource> = {},
  request: Partial<HttpRequest> = {},
  signal = never,
) {
  const transport = new NodeTransport({ secretOf: async () => 'se cret' });
  return transport.request({ ...loki, url, ...more }, { ...get, ...request }, signal);
}

const textOf = ({ body }: HttpAnswer) => new TextDecoder().decode(body);
const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error) => (error instanceof TransportError ? error.code : error),
  );

describe('a request', () => {
  it('goes out as it was asked, and comes back whole', async () => {
    const url = await serverOf((request, response) => {
      let body = '';
      request.on('data', (piece) => {
        body += piece;
      });
      request.on('end', () => {
        response.writeHead(418, { 'X-Pot': 'tea', 'Set-Cookie': ['a=1', 'b=2'] });
        response.end(`${request.method} ${request.url} ${request.headers['x-a']} ${body}`);
      });
    });
    const answer = await ask(url, {}, { method: 'POST', path: '/p?q=1', headers: { 'X-A': 'b' }, body: 'ü' });
    expect(answer.status).toBe(418);
    expect(answer.headers).toMatchObject({ 'x-pot': 'tea', 'set-cookie': 'a=1, b=2' });
    expect(textOf(answer)).toBe('POST /p?q=1 b ü');
    expect(answer.body.buffer.byteLength).toBe(answer.body.byteLength);
  });

  it.each<[what: string, more: Partial<HttpSource>, headers: Record<string, string>]>([
    ['nobody', {}, {}],
    ['a tenant', { tenant: 'a|b' } as Partial<LokiSource>, { 'x-scope-orgid': 'a|b' }],
    [
      'user and password',
      { authentication: { kind: 'basic', user: 'u:' } },
      { authorization: `Basic ${Buffer.from('u::se cret').toString('base64')}` },
    ],
    ['a token', { authentication: { kind: 'bearer' } }, { authorization: 'Bearer se cret' }],
    ['an API key', { authentication: { kind: 'apiKey' } }, { authorization: 'ApiKey se cret' }],
  ])('says who asks: %s', async (_, more, headers) => {
    const url = await serverOf((request, response) => response.end(JSON.stringify(request.headers)));
    const seen = JSON.parse(textOf(await ask(url, more as Partial<LokiSource>)));
    expect(seen).toMatchObject(headers);
    if (!('authorization' in headers)) expect(seen).not.toHaveProperty('authorization');
  });

  it.each(['', '/', '//'])('one slash stands between address and path: "%s"', async (slashes) => {
    const url = await serverOf((request, response) => response.end(request.url));
    expect(textOf(await ask(`${url}/prefix${slashes}`))).toBe('/prefix/ready');
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('inflates %s', async (encoding, pack) => {
    const url = await serverOf((_, response) => {
      response.writeHead(200, { 'Content-Encoding': encoding }).end(pack('entries '.repeat(9999)));
    });
    expect(textOf(await ask(url))).toBe('entries '.repeat(9999));
  });

  it('uses a connection again', async () => {
    const ports = new Set<number | undefined>();
    const url = await serverOf((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('x');
    });
    for (let i = 0; i < 3; i++) await ask(url);
    expect(ports.size).toBe(1);
  });

  it('is not sent on elsewhere with what only this server may know', async () => {
    let asked = 0;
    const elsewhere = await serverOf((_, response) => {
      asked++;
      response.end();
    });
    const url = await serverOf((_, response) => response.writeHead(302, { Location: elsewhere }).end());
    const answer = await ask(url, { authentication: { kind: 'bearer' } });
    expect([answer.status, answer.headers.location, asked]).toEqual([302, elsewhere, 0]);
  });
});

describe('what goes wrong is told apart', () => {
  it.each<[string, string, string]>([
    ['a name nobody has', 'http://no-such-host.invalid', 'unknown-host'],
    ['a port nobody listens on', 'http://127.0.0.1:1', 'refused'],
  ])('%s', async (_, url, failure) => {
    expect(await failureOf(ask(url))).toBe(failure);
  });

  it.each<[string, string, RequestListener]>([
    ['no answer in time', 'timeout', () => undefined],
    [
      'half an answer in time',
      'timeout',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': 10 });
        response.write('half');
      },
    ],
    [
      'an answer that is cut',
      'cut',
      (request, response) => {
        response.writeHead(200, { 'Content-Length': 10 });
        response.write('half', () => request.socket.destroy());
      },
    ],
    ['no answer, and the connection closed', 'cut', (request) => request.socket.destroy()],
    [
      'a packed answer that is cut',
      'cut',
      (_, response) => {
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('x'.repeat(99)).subarray(0, 15));
      },
    ],
  ])('%s', async (_, failure, listener) => {
    // What is no timeout has time to come on a busy machine.
    const deadlineMs = failure === 'timeout' ? 300 : get.deadlineMs;
    expect(await failureOf(ask(await serverOf(listener), {}, { deadlineMs }))).toBe(failure);
  });

  it('an answer that is small packed and too large inflated', async () => {
    const url = await serverOf((_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(100_000))),
    );
    const answer = await new Promise<IncomingMessage>((resolve) => request(url, resolve).end());
    expect(await failureOf(bodyOf(answer, 99_999))).toBe('too-large');
  });

  it('cancelling ends the exchange itself', async () => {
    const abort = new AbortController();
    let isClosed = false;
    const url = await serverOf((request) => {
      request.socket.on('close', () => {
        isClosed = true;
      });
      abort.abort(new Error('enough'));
    });
    await expect(ask(url, {}, {}, abort.signal)).rejects.toThrow('enough');
    await expect.poll(() => isClosed).toBe(true);
  });
});

const certificate = makeCertificate();

describe.runIf(certificate)('TLS', () => {
  const start443 = async () => {
    const { key, cert } = certificate ?? { key: '', cert: '' };
    const server = createTlsServer({ key, cert }, (_, response) => response.end('safe'));
    return `https://127.0.0.1:${(await start(server)).port}`;
  };

  it('an unknown authority is refused, one of the file is trusted', async () => {
    const url = await start443();
    expect(await failureOf(ask(url))).toBe('certificate');
    expect(textOf(await ask(url, { caFile: certificate?.certPath ?? null }))).toBe('safe');
  });

  it('a file that holds no certificate is named', async () => {
    await expect(ask(await start443(), { caFile: __filename })).rejects.toBeInstanceOf(InputError);
  });
});

/** Takes sockets at /tail, and says 401 elsewhere. */
async function socketServer(
  onPeer: (peer: WebSocket, request: IncomingMessage) => void,
  tls?: { readonly key: string; readonly cert: string },
): Promise<string> {
  const server = tls ? createTlsServer(tls) : createServer();
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (asked, socket, head) => {
    if (asked.url === '/tail') sockets.handleUpgrade(asked, socket, head, (peer) => onPeer(peer, asked));
    else socket.end('HTTP/1.1 401 No\r\nContent-Length: 9\r\n\r\nno org id');
  });
  return `${tls ? 'https' : 'http'}://127.0.0.1:${(await start(server)).port}`;
}

const nobody = () => undefined;

describe('a socket', () => {
  const converse = async (url: string, path: string, signal = never) => {
    const frames: (string | null)[] = [];
    const transport = new NodeTransport({ secretOf: async () => 'key' });
    const source: LokiSource = { ...loki, url, authentication: { kind: 'bearer' } };
    const closed = await transport.openSocket(source, path, {}, (data) => frames.push(data), signal);
    return { frames, closed };
  };

  it('says when it is open, what comes, and how it was closed', async () => {
    const url = await socketServer((peer, { headers }) => {
      peer.send(`${headers.authorization}`);
      peer.close(1011, 'max duration');
    });
    expect(await converse(url, '/tail')).toEqual({
      frames: [null, 'Bearer key'],
      closed: { code: 1011, reason: 'max duration', status: null },
    });
  });

  it('a refused upgrade is an answer', async () => {
    expect(await converse(await socketServer(nobody), '/nothing')).toEqual({
      frames: [],
      closed: { code: 0, reason: 'no org id', status: 401 },
    });
  });

  it('nobody there is a failure', async () => {
    expect(await failureOf(converse('http://127.0.0.1:1', '/tail'))).toBe('refused');
  });

  it.runIf(certificate)('over TLS an unknown authority is refused, one of the file is trusted', async () => {
    const { key, cert, certPath } = certificate ?? { key: '', cert: '', certPath: '' };
    const url = await socketServer((peer) => peer.close(1000, 'safe'), { key, cert });
    expect(await failureOf(converse(url, '/tail'))).toBe('certificate');
    const transport = new NodeTransport({ secretOf: async () => null });
    const closed = await transport.openSocket({ ...loki, url, caFile: certPath }, '/tail', {}, nobody, never);
    expect(closed.reason).toBe('safe');
  });

  it('cancelling closes it', async () => {
    const abort = new AbortController();
    let isClosed = false;
    const url = await socketServer((peer) => {
      peer.on('close', () => {
        isClosed = true;
      });
      abort.abort(new Error('enough'));
    });
    await expect(converse(url, '/tail', abort.signal)).rejects.toThrow('enough');
    await expect.poll(() => isClosed).toBe(true);
  });
});

describe('the proxies of the environment', () => {
  const viaEnvironment = () =>
    new NodeTransport({ secretOf: async () => null, agentFor: environmentAgents() });
  const proxyOf = async (options = {}) => {
    const proxy = await startProxy(options);
    running.push(proxy);
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${proxy.port}`);
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
    vi.stubEnv('NO_PROXY', '');
    vi.stubEnv('no_proxy', '');
    return proxy;
  };

  it('a plain request goes there whole', async () => {
    const url = await serverOf((_, response) => response.end('through'));
    const proxy = await proxyOf();
    expect(textOf(await viaEnvironment().request({ ...loki, url }, get, never))).toBe('through');
    expect(proxy.seen).toEqual([`GET ${url}/ready`]);
  });

  it('a socket goes through a tunnel', async () => {
    const url = await socketServer((peer) => peer.close(1000, 'bye'));
    const proxy = await proxyOf();
    const closed = await viaEnvironment().openSocket({ ...loki, url }, '/tail', {}, nobody, never);
    expect(closed.reason).toBe('bye');
    expect(proxy.seen).toEqual([`CONNECT ${new URL(url).host}`]);
  });

  it.runIf(certificate)('a socket over TLS goes through a tunnel', async () => {
    const { key, cert, certPath } = certificate ?? { key: '', cert: '', certPath: '' };
    const url = await socketServer((peer) => peer.close(1000, 'safe'), { key, cert });
    const proxy = await proxyOf();
    const source = { ...loki, url, caFile: certPath };
    const closed = await viaEnvironment().openSocket(source, '/tail', {}, nobody, never);
    expect(closed.reason).toBe('safe');
    expect(proxy.seen).toEqual([`CONNECT ${new URL(url).host}`]);
  });

  it.runIf(certificate)('TLS goes through a tunnel', async () => {
    const { key, cert, certPath } = certificate ?? { key: '', cert: '', certPath: '' };
    const { port } = await start(createTlsServer({ key, cert }, (_, response) => response.end('safe')));
    const proxy = await proxyOf();
    const source = { ...loki, url: `https://127.0.0.1:${port}`, caFile: certPath };
    expect(textOf(await viaEnvironment().request(source, get, never))).toBe('safe');
    expect(proxy.seen).toEqual([`CONNECT 127.0.0.1:${port}`]);
  });

  it('NO_PROXY is respected', async () => {
    const url = await serverOf((_, response) => response.end('direct'));
    const proxy = await proxyOf();
    vi.stubEnv('NO_PROXY', '127.0.0.1');
    expect(textOf(await viaEnvironment().request({ ...loki, url }, get, never))).toBe('direct');
    expect(proxy.seen).toEqual([]);
  });

  it('so are blocks of addresses in it', async () => {
    const url = await serverOf((_, response) => response.end('direct'));
    const proxy = await proxyOf();
    vi.stubEnv('NO_PROXY', 'logs.example.com, 127.0.0.0/8');
    expect(textOf(await viaEnvironment().request({ ...loki, url }, get, never))).toBe('direct');
    expect(proxy.seen).toEqual([]);
  });

  it.each(['socks5://me:hidden@127.0.0.1:1080', 'http://me:hidden@['])(
    'one that speaks no HTTP is refused, and its password is not said: %s',
    async (proxy) => {
      await proxyOf();
      vi.stubEnv('HTTP_PROXY', proxy);
      const problem = await failureOf(
        viaEnvironment().request({ ...loki, url: 'http://127.0.0.1:9' }, get, never),
      );
      expect(problem).toBeInstanceOf(InputError);
      expect(String(problem)).toMatch(/none that speaks HTTP/);
      expect(JSON.stringify(problem) + String(problem)).not.toContain('hidden');
    },
  );

  it('a proxy that lets nothing through is named as such', async () => {
    await proxyOf({ refusesWith: 403 });
    const asked = viaEnvironment().request({ ...loki, url: 'https://127.0.0.1:9' }, get, never);
    expect(await failureOf(asked)).toBe('proxy');
  });

  it('so is one that is not there', async () => {
    await proxyOf();
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
    const asked = viaEnvironment().request({ ...loki, url: 'http://127.0.0.1:9' }, get, never);
    expect(await failureOf(asked)).toBe('proxy');
  });
});
