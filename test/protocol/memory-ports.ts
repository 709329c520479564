import type { Port } from '../../src/protocol/rpc';

export interface MemoryPort extends Port {
  /** Hands a message to this end as if the other had posted it. */
  inject(message: unknown): void;
  /** What this end has posted. */
  readonly posted: unknown[];
}

/** Two ends joined in memory; messages are cloned like a thread's and arrive later, in order. */
export function memoryPorts(): [MemoryPort, MemoryPort] {
  const [a, b] = [memoryPort(), memoryPort()];
  a.onPost = (message) => queueMicrotask(() => b.inject(message));
  b.onPost = (message) => queueMicrotask(() => a.inject(message));
  return [a, b];
}

function memoryPort() {
  const listeners: ((message: unknown) => void)[] = [];
  return {
    posted: [] as unknown[],
    onPost: (_message: unknown): void => undefined,
    inject(message: unknown) {
      for (const listener of listeners) listener(message);
    },
    post(message: unknown) {
      const clone = structuredClone(message);
      this.posted.push(clone);
      this.onPost(clone);
    },
    onMessage(listener: (message: unknown) => void) {
      listeners.push(listener);
    },
  };
}
