import { expect, it } from 'vitest';
import { SharedWork } from '../../src/node/shared-work';

/** Work that ends when it is told to. */
function held() {
  let end: (value: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const signals: AbortSignal[] = [];
  const work = new SharedWork<string>((signal) => {
    signals.push(signal);
    return new Promise((resolve, reject) => {
      end = resolve;
      fail = reject;
    });
  });
  return {
    work,
    isAborted: () => signals[0].aborted,
    end: () => end('done'),
    fail: () => fail(new Error('broken')),
  };
}

it('tells all who wait for it', async () => {
  const { work, end } = held();
  const both = Promise.all([work.wait(), work.wait()]);
  end();
  expect(await both).toEqual(['done', 'done']);
  expect(await work.wait()).toBe('done');
  expect(work.isOver).toBe(false);
});

it('goes on where one of two gives up, who waits no more', async () => {
  const { work, isAborted, end } = held();
  const one = new AbortController();
  const [given, other] = [work.wait(one.signal), work.wait(new AbortController().signal)];
  one.abort(new Error('asked otherwise'));
  await expect(given).rejects.toThrow('asked otherwise');
  expect([isAborted(), work.isOver]).toEqual([false, false]);
  end();
  expect(await other).toBe('done');
});

it('is given up with the last who waits', async () => {
  const { work, isAborted } = held();
  const [one, other] = [new AbortController(), new AbortController()];
  const both = [work.wait(one.signal), work.wait(other.signal)];
  one.abort();
  other.abort();
  await Promise.allSettled(both);
  expect([isAborted(), work.isOver]).toEqual([true, true]);
});

it('is not given up once it is done', async () => {
  const { work, isAborted, end } = held();
  const one = new AbortController();
  const waiting = work.wait(one.signal);
  end();
  await waiting;
  one.abort();
  expect([isAborted(), work.isOver]).toEqual([false, false]);
});

it('fails for all, and is over', async () => {
  const { work, fail } = held();
  const both = Promise.allSettled([work.wait(), work.wait()]);
  fail();
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(work.isOver).toBe(true);
});
