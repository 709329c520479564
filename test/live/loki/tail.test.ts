import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { lokiMissing } from '../../../scripts/live/build-loki.mjs';
import { type LiveLoki, startLoki } from '../../../scripts/live/loki.mjs';
import { type PushedEntry, pushLoki } from '../../../scripts/live/push-loki.mjs';
import type { FetchSummary } from '../../../src/protocol/sources';
import { type CuttingProxy, startCuttingProxy } from '../cutting-proxy';
import { describeLive } from '../live-server';
import { expectSame, multiset } from '../multiset';
import { lokiAt, openRemoteLog, type RemoteLog } from '../remote-log';
import { keyOf, linesOf, spooled } from '../spool-entries';
import { lokiQuery } from './queries';
import { ago, second } from './streams';

const soon = { timeout: 60_000, interval: 20 };

describeLive('A live log of Loki', lokiMissing(), () => {
  let loki: LiveLoki;
  let proxy: CuttingProxy;
  let nth = 0;

  beforeAll(async () => {
    loki = await startLoki();
  });
  afterAll(() => loki?.end());
  beforeEach(async () => {
    nth++;
    proxy = await startCuttingProxy(loki.url);
  });
  afterEach(() => proxy?.close());

  const now = () => BigInt(Date.now()) * 1_000_000n;
  const logql = () => `{app="live-${nth}"}`;
  const wholeDay = () => lokiQuery(logql(), ago(600), ago(-3600));

  /** Pushes entries of this very moment, or of one before, and resolves when the server has them. */
  class Producer {
    readonly entries: PushedEntry[] = [];

    async push(count: number, own?: Readonly<Record<string, string>>, secondsAgo = 0n): Promise<void> {
      const begin = now() - secondsAgo * second;
      const entries = Array.from({ length: count }, (_, at): PushedEntry => {
        const entry = { time: `${begin + BigInt(at)}`, text: `event ${this.entries.length + at}` };
        return own ? { ...entry, own } : entry;
      });
      await pushLoki(loki.url, [{ labels: { app: `live-${nth}` }, entries }]);
      this.entries.push(...entries);
    }

    get wanted() {
      return multiset(this.entries.map(keyOf));
    }
  }

  const countOf = (log: RemoteLog) => [...linesOf(log.spool)].length;

  const untilThere = (log: RemoteLog, producer: Producer) =>
    expect.poll(() => countOf(log), soon).toBeGreaterThanOrEqual(producer.entries.length);
  const untilLive = (log: RemoteLog) => expect.poll(() => log.progress.at(-1)?.phase, soon).toBe('live');

  /** Follows while `work` runs, and then holds exactly what was pushed. */
  async function follow(
    work: (log: RemoteLog, producer: Producer) => Promise<void>,
    { fetchFirst = true, clock = Date.now } = {},
  ): Promise<RemoteLog['progress']> {
    await using log = await openRemoteLog({ now: clock });
    const producer = new Producer();
    await producer.push(1500, undefined, 20n);
    const source = lokiAt(proxy.url);
    const before: FetchSummary | null = fetchFirst ? await log.fetch(source, wholeDay()) : null;
    if (!fetchFirst) producer.entries.length = 0;
    const cancel = new AbortController();
    const tail = log.tail(source, wholeDay(), before, cancel.signal);
    await untilLive(log);
    await work(log, producer);
    await untilThere(log, producer);
    cancel.abort();
    await tail;
    expectSame(spooled(log.spool), producer.wanted);
    return log.progress;
  }

  it('goes on behind what was fetched, and shows an entry within a second', async () => {
    const latencies: number[] = [];
    await follow(async (log, producer) => {
      for (let round = 0; round < 10; round++) {
        await producer.push(3, { trace_id: `t${round}` });
        const began = performance.now();
        await untilThere(log, producer);
        latencies.push(performance.now() - began);
      }
    });
    latencies.sort((a, b) => a - b);
    expect(latencies[latencies.length >> 1]).toBeLessThan(1000);
  });

  it('begins now where nothing was fetched', async () => {
    await follow((_, producer) => producer.push(200), { fetchFirst: false });
  });

  it('loses and doubles nothing where many come at once', async () => {
    await follow(async (_, producer) => {
      for (let round = 0; round < 20; round++) await producer.push(1000);
    });
  });

  it('loses and doubles nothing where its connection is cut again and again', async () => {
    const progress = await follow(async (_, producer) => {
      for (let round = 0; round < 40; round++) {
        await producer.push(50);
        if (round % 10 === 5) proxy.cutAll();
      }
    });
    expect(progress.some(({ phase }) => phase === 'reconnecting')).toBe(true);
    expect(progress.at(-1)?.notes.length).toBeGreaterThan(0);
  });

  it('loses and doubles nothing where the server is killed and started again', async () => {
    const progress = await follow(async (_, producer) => {
      await producer.push(500);
      await loki.kill();
      await loki.start();
      await producer.push(500);
    });
    expect(progress.some(({ phase }) => phase === 'reconnecting')).toBe(true);
    expect(progress.at(-1)?.notes.length).toBeGreaterThan(0);
  });

  it.each([
    { clock: 'slow', skewMs: -300_000 },
    { clock: 'fast', skewMs: 300_000 },
  ])('loses and doubles nothing where the clock here is five minutes $clock', async ({ skewMs }) => {
    await follow(
      async (_, producer) => {
        await producer.push(300);
        proxy.cutAll();
        await producer.push(300);
      },
      { clock: () => Date.now() + skewMs },
    );
  });

  it('takes entries that come late', async () => {
    await using log = await openRemoteLog();
    const producer = new Producer();
    const cancel = new AbortController();
    await producer.push(10);
    const source = lokiAt(proxy.url);
    const before = await log.fetch(source, wholeDay());
    const tail = log.tail(source, wholeDay(), before, cancel.signal);
    await untilLive(log);
    const late = { time: `${now() - 5n * second}`, text: 'five seconds late' };
    await pushLoki(loki.url, [{ labels: { app: `live-${nth}` }, entries: [late] }]);
    producer.entries.push(late);
    await untilThere(log, producer);
    cancel.abort();
    await tail;
    expectSame(spooled(log.spool), producer.wanted);
  });
});
