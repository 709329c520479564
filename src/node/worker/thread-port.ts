import type { MessagePort, Worker } from 'node:worker_threads';
import type { Port } from '../../protocol/rpc';

/** Either end of a worker thread as a port of the protocol. */
export function threadPort(end: MessagePort | Worker): Port {
  return {
    post: (message, transfer = []) => end.postMessage(message, transfer),
    onMessage: (listener) => {
      end.on('message', listener);
    },
  };
}
