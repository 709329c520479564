import type { Session } from '../../engine/session';
import { pause } from '../pause';

/**
 * Steps to the end, with a look at the signal in between. Where the logs were read on meanwhile, rows that were counted may be gone:
 * then it is asked anew, so that the answer is of what is there by then.
 */
export async function steadyAnswer<Answer>(
  { shape }: Pick<Session, 'shape'>,
  ask: () => Generator<number, Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  let { reads } = shape;
  let steps = ask();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await pause(signal);
    if (reads === shape.reads) continue;
    reads = shape.reads;
    steps = ask();
  }
}
