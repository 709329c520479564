import { expect, it } from 'vitest';
import type { ElasticSource } from '../../../src/protocol/log-source';
import { type CuttingProxy, startCuttingProxy } from '../cutting-proxy';
import { expectSame, multiset } from '../multiset';
import { keyOf } from '../spool-entries';
import { allOf, type Document, documents, makeIndex, put, send } from './documents';
import { elasticAt, elasticQuery, fetched } from './elastic-log';
import { expectWhole, hour } from './fetching';
import { isOwn, type LiveServer } from './live-index';

export function faultTests(server: () => LiveServer): void {
  async function viaProxy(
    test: (source: ElasticSource, proxy: CuttingProxy) => Promise<void>,
  ): Promise<void> {
    const proxy = await startCuttingProxy(server().url);
    try {
      await test(elasticAt(proxy.url), proxy);
    } finally {
      await proxy.close();
    }
  }

  async function indexed(name: string, made: readonly Document[]): Promise<string> {
    const index = server().index(name);
    await makeIndex(server().url, index);
    await put(server().url, index, made);
    return index;
  }

  async function openPoints(): Promise<number> {
    const { pits } = (await send(server().url, 'GET', '/_search/point_in_time/_all')) as { pits: unknown[] };
    return pits.length;
  }

  const made = documents(4_000, { together: 4 });

  it('reads on behind an answer that was cut, and one that came late', async () => {
    const index = await indexed('cut', made);
    await viaProxy(async (source, proxy) => {
      let pages = 0;
      proxy.fault = (request) => {
        if (!request.includes(' /_search ')) return undefined;
        pages++;
        return pages === 1 ? { cutAfter: 20_000 } : { delayMs: 300 };
      };
      expectWhole(await fetched(source, elasticQuery(index, hour)), made);
      expect(pages).toBeGreaterThan(2);
    });
  });

  it('leaves no point in time behind, whether it comes to its end or is cancelled', async () => {
    const index = await indexed('points', made);
    const source = elasticAt(server().url);
    await fetched(source, elasticQuery(index, hour));
    expect(await openPoints()).toBe(0);

    await viaProxy(async (slow, proxy) => {
      const cancelling = new AbortController();
      proxy.fault = (request) => {
        if (!request.includes(' /_search ')) return undefined;
        setTimeout(() => cancelling.abort(), 50);
        return { swallow: true };
      };
      const reading = fetched(slow, elasticQuery(index, hour), cancelling.signal);
      await expect(reading).rejects.toThrow(/abort/);
      await expect.poll(openPoints).toBe(0);
      const asked = proxy.exchanges.find(({ request }) => request.includes(' /_search '));
      await expect.poll(() => asked?.left).toBe(true);
    });
  });

  it('goes on with a new point in time where the server forgot its own, and says so', async () => {
    const index = await indexed('forgotten', made);
    await viaProxy(async (source, proxy) => {
      let pages = 0;
      proxy.fault = (request) => {
        if (!request.includes(' /_search ') || ++pages !== 2) return undefined;
        return { cutAfter: 0, behind: send(server().url, 'DELETE', '/_search/point_in_time/_all') };
      };
      const { entries, notes } = await fetched(source, elasticQuery(index, hour));
      expectSame(multiset(entries.map(keyOf)), allOf(made));
      expect(notes).toEqual([expect.stringMatching(/^The server lost its view of the index/)]);
    });
  });

  it.runIf(isOwn)(
    'loses and doubles nothing when the server is killed amid the pages and started again',
    async () => {
      const index = await indexed('killed', made);
      const { own } = server();
      await viaProxy(async (source, proxy) => {
        let pages = 0;
        let restarted: Promise<void> | undefined;
        proxy.fault = (request) => {
          if (!request.includes(' /_search ') || ++pages !== 2) return undefined;
          restarted = own?.kill().then(() => own.start());
          return { swallow: true };
        };
        const { entries, notes } = await fetched(source, elasticQuery(index, hour));
        await restarted;
        expectSame(multiset(entries.map(keyOf)), allOf(made));
        expect(notes).toEqual([expect.stringMatching(/^The server lost its view of the index/)]);
      });
    },
    240_000,
  );
}
