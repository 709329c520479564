import http from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/node/llm/clock';
import { openHttp } from '../../../src/node/llm/open-http';
import { environmentAgents } from '../../../src/node/sources/environment-agents';
import { answers, repliesWith } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { listening, type Running } from '../sources/servers/listening';
import { makeCertificate } from '../sources/servers/own-certificate';
import { startProxy } from '../sources/servers/recording-proxy';
import { ask, codeOf } from './asking';

const running: Running[] = [];
let server: ModelServer;
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const one of running.splice(0)) await one.close();
  await server?.stop();
});

async function proxyOf(options: Parameters<typeof startProxy>[0]) {
  const proxy = await startProxy(options);
  running.push(proxy);
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY']) vi.stubEnv(name, `http://127.0.0.1:${proxy.port}`);
  for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '');
  return proxy;
}

describe('the proxies of the environment, in the command line', () => {
  const viaEnvironment = () => ({ agentFor: environmentAgents() });

  it('lead to other machines', async () => {
    server = await startModelServer([answers('through the proxy', { pieceBytes: 5 })]);
    const proxy = await proxyOf({ leadsTo: { 'models.test': `http://127.0.0.1:${server.port}` } });
    const told = await ask('http://models.test/v1', { parts: viaEnvironment() });
    expect(told.text).toBe('through the proxy');
    expect(proxy.seen).toEqual(['POST http://models.test/v1/chat/completions']);
  });

  it('never get to see what stays on this machine', async () => {
    server = await startModelServer([answers('direct')]);
    const proxy = await proxyOf({});
    expect((await ask(server.url, { parts: viaEnvironment() })).text).toBe('direct');
    expect(proxy.seen).toEqual([]);
  });

  it('that let nothing through are named, and not asked again', async () => {
    const proxy = await proxyOf({ refusesWith: 403 });
    const { error, parts } = await ask('https://models.test/v1', { parts: viaEnvironment() });
    expect(codeOf(error)).toBe('unreachable');
    expect(JSON.stringify(error)).toContain('proxy');
    expect(parts).toEqual([]);
    expect(proxy.seen).toHaveLength(1);
  });
});

const certificate = makeCertificate();

describe('the way', () => {
  it('is what VS Code put in the place of `request`, looked up at every call', async () => {
    server = await startModelServer([answers('one'), answers('two')]);
    await ask(server.url);
    const request = vi.spyOn(http, 'request');
    expect((await ask(server.url)).text).toBe('two');
    expect(request).toHaveBeenCalledOnce();
  });

  it.each(['models.localhost', 'localhost', '127.0.0.1'])('to %s is loopback', async (host) => {
    server = await startModelServer([answers('here')]);
    expect((await ask(`http://${host}:${server.port}/v1`)).text).toBe('here');
    expect(server.requests[0]?.headers.host).toBe(`${host}:${server.port}`);
  });

  it.runIf(certificate)('to a certificate nobody trusts ends there', async () => {
    const { key, cert } = certificate ?? { key: '', cert: '' };
    const started = await listening(createTlsServer({ key, cert }, (_, response) => response.end('x')));
    running.push(started);
    const { error, parts } = await ask(`https://127.0.0.1:${started.port}/v1`, {
      endpoint: { key: async () => 'sk' },
    });
    expect(codeOf(error)).toBe('unreachable');
    expect(JSON.stringify(error)).toContain('NODE_EXTRA_CA_CERTS');
    expect(parts).toEqual([]);
  });

  it('a packed answer is unpacked', async () => {
    const events = gzipSync('data: {"choices":[{"delta":{"content":"packed"},"finish_reason":"stop"}]}\n\n');
    const headers = { 'Content-Type': 'text/event-stream', 'Content-Encoding': 'gzip' };
    server = await startModelServer([{ ...repliesWith(200, ''), headers, pieces: [events] }]);
    expect((await ask(server.url)).text).toBe('packed');
  });

  it('what was read far enough is ended', async () => {
    server = await startModelServer([answers('a b c', { ends: 'silent' })]);
    const parts = { clock: systemClock, connectSeconds: 5, silenceSeconds: 5 };
    const asked = { method: 'POST', headers: {}, body: '{"stream":true}' } as const;
    const url = new URL(`${server.url}/chat/completions`);
    const stream = await openHttp(url, asked, parts, new AbortController().signal);
    for await (const piece of stream.pieces) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(await server.chats[0]?.over).toBe('left');
  });
});
