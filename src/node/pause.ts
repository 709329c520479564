import { setImmediate } from 'node:timers/promises';

/** Lets waiting messages in, one of which may be the cancellation. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
