import { untilAborted } from '../sources/until-aborted';

/** What of time an exchange with a model server needs; tests pass it by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once, after so many seconds; what it gives takes that back. */
  after(seconds: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (seconds, call) => {
    const timer = setTimeout(call, seconds * 1000);
    return () => clearTimeout(timer);
  },
};

/** Rejects with the signal's reason when it aborts. */
export async function pass(seconds: number, clock: Clock, signal: AbortSignal): Promise<void> {
  let stop: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    stop = clock.after(seconds, resolve);
  });
  await untilAborted(passed, signal).finally(() => stop());
}
