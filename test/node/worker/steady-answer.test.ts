import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/engine/session';
import { steadyAnswer } from '../../../src/node/worker/steady-answer';

/** A log that is read on between the first two steps of so many questions. */
function readOnDuring(questions: number) {
  const shape = { reads: 0 };
  let asked = 0;
  function* ask(): Generator<number, string> {
    const before = shape.reads;
    yield 0;
    if (asked++ < questions) shape.reads++;
    yield 0.5;
    if (before !== shape.reads) throw new Error('it went on with rows that are gone');
    return `asked ${asked} times`;
  }
  return { session: { shape } as Pick<Session, 'shape'>, ask };
}

describe('a question about logs that are read on meanwhile', () => {
  it.each([
    { questions: 0, answer: 'asked 1 times' },
    { questions: 2, answer: 'asked 3 times' },
  ])('is asked anew each time: $questions', async ({ questions, answer }) => {
    const { session, ask } = readOnDuring(questions);
    expect(await steadyAnswer(session, ask, new AbortController().signal)).toBe(answer);
  });

  it('can be cancelled', async () => {
    const { session, ask } = readOnDuring(Number.POSITIVE_INFINITY);
    const abort = new AbortController();
    const answer = steadyAnswer(session, ask, abort.signal);
    abort.abort(new Error('nobody waits for it'));
    await expect(answer).rejects.toThrow('nobody waits for it');
  });
});
