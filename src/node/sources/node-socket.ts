import type { IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { WebSocket } from 'ws';
import type { SocketClosed } from '../../protocol/sources';
import { bodyOf } from './answer-body';
import { failedExchange } from './failed-exchange';
import { TransportError } from './transport';

export type SocketOptions = Pick<RequestOptions, 'ca' | 'agent' | 'checkServerIdentity'> & {
  readonly headers: Readonly<Record<string, string>>;
};

const handshakeMs = 30_000;
/** A peer that says nothing for so long is asked whether it is there, and cut where it says nothing to that either. */
const silenceMs = 10_000;
const mostFrameBytes = 64 << 20;
const mostRefusalBytes = 64 << 10;

/** See `Transport.openSocket`. */
export function converse(
  url: URL,
  options: SocketOptions,
  onMessage: (data: string | null) => void,
  signal: AbortSignal,
): Promise<SocketClosed> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.href.replace(/^http/, 'ws'), {
      ...options,
      handshakeTimeout: handshakeMs,
      maxPayload: mostFrameBytes,
      perMessageDeflate: false,
    });
    const watch = watchSilence(socket, () => fail(new TransportError('cut', 'silent')));
    const settle = () => {
      watch.stop();
      signal.removeEventListener('abort', cancel);
      socket.terminate();
    };
    const fail = (reason: unknown) => {
      reject(reason);
      settle();
    };
    const cancel = () => fail(signal.reason);
    signal.addEventListener('abort', cancel, { once: true });
    socket.on('open', () => onMessage(null));
    socket.on('message', (data) => onMessage(String(data)));
    socket.on('error', (error) => fail(failedExchange(withCode(error), options.agent !== undefined)));
    socket.on('unexpected-response', (_, answer) => void refusal(answer).then(resolve, fail).finally(settle));
    socket.on('close', (code, reason) => {
      resolve({ code, reason: String(reason), status: null });
      settle();
    });
  });
}

/** `ws` gives its own time-out no code. */
function withCode(error: Error): Error {
  const isLate = error.message === 'Opening handshake has timed out';
  return isLate ? new TransportError('timeout', error.message) : error;
}

async function refusal(answer: IncomingMessage): Promise<SocketClosed> {
  const body = await bodyOf(answer, mostRefusalBytes).catch(() => new Uint8Array(0));
  return { code: 0, reason: new TextDecoder().decode(body), status: answer.statusCode ?? 0 };
}

/** What comes, pings and pongs too, is a sign of life. */
function watchSilence(socket: WebSocket, onSilent: () => void): { stop(): void } {
  let heard = true;
  const hear = () => {
    heard = true;
  };
  for (const sign of ['message', 'ping', 'pong'] as const) socket.on(sign, hear);
  let asked = false;
  const timer = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (!heard && asked) return onSilent();
    asked = !heard;
    if (asked) socket.ping();
    heard = false;
  }, silenceMs);
  return { stop: () => clearInterval(timer) };
}
