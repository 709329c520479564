import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { transportFailure } from '../../../src/node/sources/http/transport-failure';
import { RpcTransport, transportAnswers } from '../../../src/node/sources/rpc-transport';
import { type Transport, TransportError } from '../../../src/node/sources/transport';
import { threadPort } from '../../../src/node/worker/thread-port';
import type { LokiSource } from '../../../src/protocol/log-source';
import { Rpc } from '../../../src/protocol/rpc';
import type { HttpAnswer, SourcesHostApi, SourcesWorkerApi } from '../../../src/protocol/sources';

const source: LokiSource = {
  kind: 'loki',
  name: 'shop',
  url: 'http://127.0.0.1:9',
  authentication: { kind: 'none' },
  caFile: null,
  tenant: null,
  grafana: null,
};
const request = { method: 'GET', path: '/', headers: {}, body: null, deadlineMs: 1000 } as const;
const never = new AbortController().signal;

type ThreadApi = Pick<SourcesWorkerApi, 'socketMessage'>;

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

/** The thread's end of a conversation whose host speaks by `transport`. */
function threadOver(transport: Partial<Transport>): RpcTransport {
  const channel = new MessageChannel();
  channels.push(channel);
  const host: Rpc<SourcesHostApi, ThreadApi> = new Rpc<SourcesHostApi, ThreadApi>(threadPort(channel.port1), {
    ...transportAnswers(transport as Transport, (message) => host.notify('socketMessage', message)),
    progress: () => undefined,
  });
  const thread: Rpc<ThreadApi, SourcesHostApi> = new Rpc<ThreadApi, SourcesHostApi>(
    threadPort(channel.port2),
    { socketMessage: (message) => inThread.socketMessage(message) },
  );
  const inThread = new RpcTransport(thread);
  return inThread;
}

const answerOf = (body: Uint8Array): HttpAnswer => ({ status: 200, headers: { a: 'b' }, body });

describe('the way between the host and the thread', () => {
  it('hands the bytes of an answer over instead of copying them', async () => {
    const body = new Uint8Array([1, 2, 3]);
    const thread = threadOver({ request: async () => answerOf(body) });
    expect(await thread.request(source, request, never)).toEqual(answerOf(new Uint8Array([1, 2, 3])));
    expect(body.byteLength).toBe(0);
  });

  it('copies a piece of a larger buffer, which others may use', async () => {
    const whole = new Uint8Array([1, 2, 3]);
    const thread = threadOver({ request: async () => answerOf(whole.subarray(1)) });
    const { body } = await thread.request(source, request, never);
    expect([...body]).toEqual([2, 3]);
    expect(whole.byteLength).toBe(3);
  });

  it('says what kind of failure it was', async () => {
    const error = new TransportError('certificate', 'self-signed');
    const thread = threadOver({ request: () => Promise.reject(error) });
    const caught = await thread.request(source, request, never).catch((reason: unknown) => reason);
    expect(transportFailure(caught)).toBe('certificate');
    expect(caught).toMatchObject({ message: 'self-signed' });
  });

  it('carries a cancel to where the exchange is', async () => {
    const abort = new AbortController();
    let inHost: AbortSignal | undefined;
    const thread = threadOver({
      request: (_, __, signal) => {
        inHost = signal;
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          abort.abort(new Error('enough'));
        });
      },
    });
    await expect(thread.request(source, request, abort.signal)).rejects.toThrow('enough');
    expect(inHost?.aborted).toBe(true);
  });

  it('keeps the frames of sockets apart, in order, until they are closed', async () => {
    const thread = threadOver({
      openSocket: async (_, path, headers, onMessage) => {
        onMessage(null);
        for (const i of [1, 2]) onMessage(`${path}${headers.h}${i}`);
        return { code: 1000, reason: path, status: null };
      },
    });
    const open = async (path: string) => {
      const frames: (string | null)[] = [];
      const closed = await thread.openSocket(source, path, { h: '!' }, (data) => frames.push(data), never);
      return [...frames, closed.reason];
    };
    expect(await Promise.all([open('/a'), open('/b')])).toEqual([
      [null, '/a!1', '/a!2', '/a'],
      [null, '/b!1', '/b!2', '/b'],
    ]);
  });
});
