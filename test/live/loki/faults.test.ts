import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { lokiMissing } from '../../../scripts/live/build-loki.mjs';
import { type LiveLoki, startLoki } from '../../../scripts/live/loki.mjs';
import { pushLoki } from '../../../scripts/live/push-loki.mjs';
import { type CuttingProxy, type Fault, startCuttingProxy } from '../cutting-proxy';
import { describeLive } from '../live-server';
import { expectSame } from '../multiset';
import { lokiAt, openRemoteLog } from '../remote-log';
import { firstOutOfOrder, spooled } from '../spool-entries';
import { lokiQuery } from './queries';
import { ago, numbered, pushed, second } from './streams';

describeLive('A fetch whose way to Loki is bad', lokiMissing(), () => {
  let loki: LiveLoki;
  let proxy: CuttingProxy;
  const from = ago(3600);
  const until = ago(0);
  const stream = numbered({ labels: { app: 'belt' }, count: 30_000, from, stepNs: second / 10n });

  beforeAll(async () => {
    loki = await startLoki();
    await pushLoki(loki.url, [stream]);
  });
  afterAll(() => loki?.end());
  beforeEach(async () => {
    proxy = await startCuttingProxy(loki.url);
  });
  afterEach(() => proxy?.close());

  const isPage = (request: string) => request.includes('/query_range');

  /** What befalls the pages: `faultOf` is asked with 1 for the first of them. */
  function onPages(faultOf: (page: number) => Fault | undefined): void {
    let pages = 0;
    proxy.fault = (request) => (isPage(request) ? faultOf(++pages) : undefined);
  }

  async function expectWhole(limit: number | null = null) {
    await using log = await openRemoteLog();
    const summary = await log.fetch(lokiAt(proxy.url), lokiQuery('{app="belt"}', from, until, limit));
    const entries = limit === null ? stream.entries : stream.entries.slice(-limit);
    expectSame(spooled(log.spool), pushed([{ ...stream, entries }]));
    expect(firstOutOfOrder(log.spool)).toBeNull();
    expect(summary).toMatchObject({ complete: true, entries: entries.length });
    return log.progress;
  }

  it('is whole where answers are slow', async () => {
    onPages(() => ({ delayMs: 150 }));
    await expectWhole();
  });

  it('is whole where every third answer is cut in its middle', async () => {
    onPages((page) => (page % 3 === 0 ? { cutAfter: 30_000 } : undefined));
    await expectWhole();
    expect(proxy.exchanges.filter(({ bytes }) => bytes === 30_000).length).toBeGreaterThan(0);
  });

  it('is whole where an answer is cut within its head, and from the newest on', async () => {
    onPages((page) => (page % 2 === 0 ? { cutAfter: 10 } : undefined));
    await expectWhole(9000);
  });

  it('is whole where the server is killed while it sends a page, and started again', async () => {
    let isBack: Promise<void> | undefined;
    onPages((page) => {
      if (page !== 3) return undefined;
      isBack = loki.kill().then(() => loki.start());
      return { cutAfter: 1000 };
    });
    const progress = await expectWhole();
    await isBack;
    // Whoever watches is told that it waits.
    expect(progress.map(({ phase }) => phase)).toContain('waiting');
  });

  it('asks again where an answer never comes', async () => {
    onPages((page) => (page === 2 ? { swallow: true } : undefined));
    await expectWhole();
  }, 120_000);

  it('ends the request itself when it is cancelled', async () => {
    const cancel = new AbortController();
    onPages(() => ({ swallow: true }));
    await using log = await openRemoteLog();
    const fetched = log.fetch(lokiAt(proxy.url), lokiQuery('{app="belt"}', from, until), cancel.signal);
    const outcome = fetched.then(
      () => 'fetched',
      (error) => error,
    );
    await expect.poll(() => proxy.exchanges.some(({ request }) => isPage(request))).toBe(true);
    const reason = new Error('enough');
    cancel.abort(reason);
    expect(await outcome).toBe(reason);
    // The connection of a request that was answered may stay open for the next.
    const asked = proxy.exchanges.filter(({ request }) => isPage(request));
    await expect.poll(() => asked.every(({ left }) => left)).toBe(true);
  });

  it('waits where the server does not come back, and keeps what it has when that is cancelled', async () => {
    onPages((page) => (page > 4 ? { cutAfter: 0 } : undefined));
    await using log = await openRemoteLog();
    const cancel = new AbortController();
    const reason = new Error('enough');
    const fetched = log.fetch(lokiAt(proxy.url), lokiQuery('{app="belt"}', from, until), cancel.signal);
    const ended = expect(fetched).rejects.toBe(reason);
    await expect.poll(() => log.progress.at(-1)?.phase).toBe('waiting');
    cancel.abort(reason);
    await ended;
    // What came stays, none of it twice.
    const found = spooled(log.spool);
    const wanted = pushed([stream]);
    expect([...found].every(([key, count]) => count <= (wanted.get(key) ?? 0))).toBe(true);
    expect(found.size).toBeGreaterThan(0);
    expect(found.size).toBeLessThan(wanted.size);
  });
});
