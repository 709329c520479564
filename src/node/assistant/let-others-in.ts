import type { Breather } from './breather';

/** All steps of a work, with others on the thread let in between. Rejects with the signal's reason. */
export async function lettingOthersIn<Result>(
  steps: Generator<void, Result>,
  breather: Breather,
  signal: AbortSignal,
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breather.breathe();
    signal.throwIfAborted();
  }
}
