import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/protocol/input-error';
import { type Handlers, Rpc, RpcClosedError } from '../../src/protocol/rpc';
import { memoryPorts } from './memory-ports';

interface Desk {
  double(number: number): number;
  echo(value: unknown): unknown;
  fail(kind: string): never;
  wait(name: string): string;
  unclonable(nothing: undefined): unknown;
}
interface Visitor {
  heard(text: string): void;
}

const problem = { code: 'folder', sentence: { pattern: '{0} is a folder.', values: ['/var/log'] } };

const failures: Readonly<Record<string, () => unknown>> = {
  'an input error': () => new InputError(problem),
  'a plain error': () => new RangeError('too far'),
  'an abort': () => new DOMException('stopped', 'AbortError'),
  'something thrown that is no error': () => 'a string',
};

function conversation(changes: Partial<Handlers<Desk>> = {}) {
  const [here, there] = memoryPorts();
  const heard: string[] = [];
  const started: string[] = [];
  const aborted: string[] = [];
  const desk = new Rpc<Desk, Visitor>(there, {
    double: (number) => number * 2,
    echo: (value) => value,
    fail: (kind) => {
      throw failures[kind]();
    },
    wait: (name, signal) => {
      started.push(name);
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted.push(name);
          reject(new DOMException('stopped', 'AbortError'));
        });
      });
    },
    unclonable: () => () => undefined,
    ...changes,
  });
  const visitor = new Rpc<Visitor, Desk>(here, { heard: (text) => void heard.push(text) });
  return { here, there, desk, visitor, heard, started, aborted };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a call', () => {
  it('answers with any value a port can carry', async () => {
    const { visitor } = conversation();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await visitor.call('echo', value)).toEqual(structuredClone(value));
      }),
      { numRuns: 50 },
    );
  });

  it('gets its own answer, in whatever order the answers come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }), async (turns) => {
        const { visitor } = conversation({
          double: async (number) => {
            for (let turn = turns[number]; turn > 0; turn--) await settled();
            return number * 2;
          },
        });
        const answers = await Promise.all(turns.map((_, number) => visitor.call('double', number)));
        expect(answers).toEqual(turns.map((_, number) => number * 2));
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['an input error', { name: 'InputError', message: '/var/log is a folder.', ...problem }],
    ['a plain error', { name: 'RangeError', message: 'too far' }],
    ['an abort', { name: 'AbortError', message: 'stopped' }],
    ['something thrown that is no error', { name: 'Error', message: 'a string' }],
  ])('brings back %s', async (kind, expected) => {
    const error = await conversation()
      .visitor.call('fail', kind)
      .catch((reason) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject(expected);
    expect(error instanceof InputError).toBe(kind === 'an input error');
  });

  it.each([
    ['an answer that cannot be cloned', 'unclonable', undefined],
    ['a parameter that cannot be cloned', 'echo', () => undefined],
  ] as const)('fails on %s instead of waiting for ever', async (_, method, parameter) => {
    const { visitor } = conversation();
    await expect(visitor.call(method, parameter as undefined)).rejects.toThrow(/could not be cloned/);
  });

  it.each(['nowhere', 'constructor', '__proto__', 'toString'])(
    'of the unknown method %s fails',
    async (method) => {
      const { visitor } = conversation();
      await expect(visitor.call(method as 'echo', 1)).rejects.toThrow(`no method "${method}"`);
    },
  );
});

it('a page that is loaded anew is answered while the one before still has a call under way', async () => {
  const { here, visitor, started } = conversation();
  const before = visitor.call('wait', 'of the page before');
  const page = new Rpc<Visitor, Desk>(here, { heard: () => undefined }, 1000);
  expect(await page.call('double', 4)).toBe(8);
  expect(started).toEqual(['of the page before']);
  visitor.close();
  await expect(before).rejects.toThrow(RpcClosedError);
});

describe('a cancellation', () => {
  it('reaches the one that works, and the caller hears of it when the work has stopped', async () => {
    const { visitor, aborted } = conversation();
    const controller = new AbortController();
    const answer = visitor.call('wait', 'a', { signal: controller.signal });
    const other = visitor.call('wait', 'b');
    await settled();
    controller.abort();
    await expect(answer).rejects.toBe(controller.signal.reason);
    expect(aborted).toEqual(['a']);
    visitor.close();
    await expect(other).rejects.toThrow(RpcClosedError);
  });

  it('that comes before the call starts no work', async () => {
    const { visitor, started } = conversation();
    const answer = visitor.call('wait', 'a', { signal: AbortSignal.abort(new Error('changed my mind')) });
    await expect(answer).rejects.toThrow('changed my mind');
    await settled();
    expect(started).toEqual([]);
  });

  it('that the other side did not heed still is one', async () => {
    const controller = new AbortController();
    const { visitor } = conversation({
      double: async (number) => {
        controller.abort();
        return number;
      },
    });
    const answer = visitor.call('double', 1, { signal: controller.signal });
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('after the answer is not sent', async () => {
    const { visitor, here } = conversation();
    const controller = new AbortController();
    await visitor.call('double', 1, { signal: controller.signal });
    controller.abort();
    expect(here.posted).toHaveLength(1);
  });
});

describe('a notification', () => {
  it('comes before what is said after it', async () => {
    const { desk, heard } = conversation();
    desk.notify('heard', 'one');
    desk.notify('heard', 'two');
    await settled();
    expect(heard).toEqual(['one', 'two']);
  });

  it('that fails does not end the conversation', async () => {
    const { visitor } = conversation();
    visitor.notify('fail', 'a plain error');
    expect(await visitor.call('double', 4)).toBe(8);
  });
});

describe('close', () => {
  it('rejects what waits with its reason, and every later call at once', async () => {
    const { visitor } = conversation();
    const reason = new Error('the worker crashed');
    const waiting = [visitor.call('wait', 'a'), visitor.call('wait', 'b')].map((call) =>
      call.catch((error) => error),
    );
    visitor.close(reason);
    expect(await Promise.all(waiting)).toEqual([reason, reason]);
    await expect(visitor.call('double', 1)).rejects.toBe(reason);
  });

  it('aborts what runs for the other side and sends nothing any more', async () => {
    const { desk, visitor, aborted, there } = conversation();
    visitor.call('wait', 'a').catch(() => undefined);
    await settled();
    desk.close();
    desk.notify('heard', 'too late');
    await settled();
    expect(aborted).toEqual(['a']);
    expect(there.posted).toEqual([]);
    visitor.close();
  });
});

describe('the other side went', () => {
  it('what ran for it is aborted and answers nobody, and the next is answered', async () => {
    const { desk, visitor, aborted, there } = conversation();
    visitor.call('wait', 'a').catch(() => undefined);
    await settled();
    desk.left();
    await settled();
    expect(aborted).toEqual(['a']);
    expect(there.posted).toEqual([]);
    expect(await visitor.call('double', 4)).toBe(8);
    visitor.close();
  });

  it('what is not stopped by it answers nobody either, even where the next calls alike', async () => {
    let answer = (_: number) => {};
    const answered = new Promise<number>((resolve) => {
      answer = resolve;
    });
    const { desk, visitor, here, there } = conversation({ double: () => answered });
    visitor.call('double', 1).catch(() => undefined);
    await settled();
    desk.left();
    const next = new Rpc<Visitor, Desk>(here, { heard: () => undefined }).call('double', 2);
    await settled();
    answer(3);
    expect(await next).toBe(3);
    expect(there.posted).toHaveLength(1);
    visitor.close();
  });

  it('what waits for it rejects, and later calls do not', async () => {
    const { visitor } = conversation();
    const waiting = visitor.call('wait', 'a');
    visitor.left();
    await expect(waiting).rejects.toThrow(RpcClosedError);
    expect(await visitor.call('double', 4)).toBe(8);
  });
});

describe('messages that are not ours', () => {
  const strange = fc.oneof(
    fc.anything(),
    fc.record({
      rpc: fc.constantFrom('call', 'cancel', 'result', 'failure', 'notice', 'later'),
      id: fc.anything().filter((id) => !Number.isSafeInteger(id)),
    }),
    fc.record({
      rpc: fc.constant('call'),
      id: fc.integer({ min: 100 }),
      method: fc.string(),
      parameter: fc.anything(),
    }),
    fc.record({ rpc: fc.constant('notice'), method: fc.constantFrom('__proto__', 'wait', 'none') }),
    fc.record({ rpc: fc.constantFrom('result', 'failure', 'cancel'), id: fc.integer({ min: 100 }) }),
  );

  it('harm nobody', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(strange, { maxLength: 10 }), async (messages) => {
        const { visitor, there, here } = conversation();
        for (const message of messages) {
          there.inject(message);
          here.inject(message);
        }
        expect(await visitor.call('double', 21)).toBe(42);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [undefined, 'Error', /without saying why/],
    [{ name: 1, message: null }, '1', /null/],
    [{ name: 'InputError', message: 'm', problem: { code: 'x', sentence: {} } }, 'InputError', /m/],
  ])('a failure of the form %j still is one', async (failure, name, message) => {
    const { visitor, here } = conversation();
    const answer = visitor.call('wait', 'a');
    here.inject({ rpc: 'failure', id: 1, failure });
    await expect(answer).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });
});
