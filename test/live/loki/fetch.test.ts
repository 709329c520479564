import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PushedStream, pushLoki } from '../../../scripts/live/push-loki.mjs';
import type { LokiQuery } from '../../../src/protocol/log-source';
import type { FetchSummary } from '../../../src/protocol/sources';
import { describeLive } from '../live-server';
import { expectSame, type Multiset, multiset } from '../multiset';
import { lokiAt, openRemoteLog } from '../remote-log';
import { entriesOf, firstOutOfOrder, keyOf, type SpoolEntry, spooled } from '../spool-entries';
import { type AnyLoki, anyLoki, anyLokiMissing, app } from './any-loki';
import { ago, numbered, pushed, second } from './streams';

describeLive('A log fetched from Loki', anyLokiMissing(), () => {
  let loki: AnyLoki;
  const from = ago(2 * 3600);
  const until = ago(0);

  beforeAll(async () => {
    loki = await anyLoki();
  });
  afterAll(() => loki?.end());

  interface Checked {
    readonly logql: string;
    readonly wanted: Multiset;
    readonly span?: { readonly from: bigint; readonly until: bigint };
    readonly limit?: number | null;
    readonly url?: string;
  }

  /** The spool holds what is wanted, each once, in the order of time, and is said to be whole. */
  async function check({ logql, wanted, span = { from, until }, limit = null, url }: Checked) {
    await using log = await openRemoteLog();
    const query: LokiQuery = {
      kind: 'loki',
      logql,
      span: { from: `${span.from}`, until: `${span.until}` },
      limit,
    };
    const summary: FetchSummary = await log.fetch(lokiAt(url ?? loki.url), query);
    expectSame(spooled(log.spool), wanted);
    expect(firstOutOfOrder(log.spool)).toBeNull();
    const entries = [...wanted.values()].reduce((sum, count) => sum + count, 0);
    expect(summary).toMatchObject({ complete: true, entries });
    return { notes: summary.notes, entries: [...entriesOf(log.spool)] satisfies SpoolEntry[] };
  }

  it('is whole and in order where many streams interleave', async () => {
    const streams = Array.from({ length: 5 }, (_, host) =>
      numbered({
        labels: { app: app('sorter'), host: `h-${host}` },
        count: 4001,
        from: from + BigInt(host) * 1_000_003n,
        stepNs: second / 7n,
      }),
    );
    await pushLoki(loki.url, streams);
    await check({ logql: `{app="${app('sorter')}"}`, wanted: pushed(streams) });
    const heavy = ({ text }: { text: string }) => text.endsWith('gate 7');
    await check({ logql: `{app="${app('sorter')}"} |= "gate 7"`, wanted: pushed(streams, heavy) });
  });

  it('has the entry at its start, not the one at its end', async () => {
    const edges = numbered({ labels: { app: app('edges') }, count: 5, from: from + 17n, stepNs: 1n });
    await pushLoki(loki.url, [edges]);
    const span = { from: from + 18n, until: from + 21n };
    const inside = pushed([edges], ({ time }) => BigInt(time) >= span.from && BigInt(time) < span.until);
    expect(inside.size).toBe(3);
    await check({ logql: `{app="${app('edges')}"}`, wanted: inside, span });
  });

  it.each([{ limit: 1 }, { limit: 999 }, { limit: 5_000 }, { limit: 12_345 }, { limit: 20_001 }])(
    'is the newest $limit entries where that many are asked for',
    async ({ limit }) => {
      const stream = numbered({
        labels: { app: app(`newest-${limit}`) },
        count: 20_000,
        from,
        stepNs: second / 3n,
      });
      await pushLoki(loki.url, [stream]);
      const newest = { ...stream, entries: stream.entries.slice(-limit) };
      await check({ logql: `{app="${app(`newest-${limit}`)}"}`, wanted: pushed([newest]), limit });
    },
  );

  it('loses and doubles nothing where pages end within entries of one time', async () => {
    const groups = Array.from({ length: 400 }, (_, group) =>
      numbered({
        labels: { app: app('groups') },
        count: 37,
        from: from + BigInt(group) * second,
        stepNs: 0n,
      }),
    );
    const entries = groups.flatMap((group, at) =>
      group.entries.map(({ time, text }) => ({ time, text: `${at} ${text}` })),
    );
    const stream: PushedStream = { labels: { app: app('groups') }, entries };
    await pushLoki(loki.url, [stream]);
    await check({ logql: `{app="${app('groups')}"}`, wanted: pushed([stream]) });
    const newest = { ...stream, entries: entries.slice(-370) };
    await check({ logql: `{app="${app('groups')}"}`, wanted: pushed([newest]), limit: 370 });
  });

  it('keeps entries that are equal once the query dropped what told them apart', async () => {
    const twins = ['left', 'right'].map((side) => ({
      ...numbered({ labels: { app: app('twins') }, count: 3000, from, stepNs: second }),
      labels: { app: app('twins'), side },
    }));
    await pushLoki(loki.url, twins);
    const wanted = pushed(twins);
    expect([...wanted.values()].every((count) => count === 2)).toBe(true);
    await check({ logql: `{app="${app('twins')}"} | drop side`, wanted });
  });

  it('shows the metadata of an entry as labels, without making a stream of each', async () => {
    const own = (at: number) => ({ trace_id: `t${at}`, 'odd"name': 'a "b" \\c' });
    const stream = numbered({ labels: { app: app('traced') }, count: 2500, from, stepNs: second, own });
    await pushLoki(loki.url, [stream]);
    const { entries } = await check({ logql: `{app="${app('traced')}"}`, wanted: pushed([stream]) });
    const last = entries.at(-1)?.labels;
    expect(last).toMatchObject({ app: app('traced'), service_name: app('traced'), trace_id: 't2499' });
    expect(Object.values(last ?? {})).toContain('a "b" \\c');
  });

  it('brings texts as they are: control characters, colours, long ones', async () => {
    const texts = [
      '\u0000 nul',
      '\u001b[31mred\u001b[0m',
      '</script>',
      '  blanks  ',
      '{"a":"\\n"}',
      'ü 漢 🙂',
      'x'.repeat(200_000),
    ];
    const entries = texts.map((text, at) => ({ time: `${from + BigInt(at)}`, text }));
    const stream = { labels: { app: app('odd'), note: 'ün "quoted" \\ {x="y"}' }, entries };
    await pushLoki(loki.url, [stream]);
    const found = await check({ logql: `{app="${app('odd')}"}`, wanted: pushed([stream]) });
    expect(found.entries[0]?.labels.note).toBe(stream.labels.note);
  });

  it('asks for less where a page would be more than the server can send', async () => {
    const big = numbered({ labels: { app: app('big') }, count: 1500, from, stepNs: second });
    const entries = big.entries.map(({ time, text }) => ({ time, text: `${text} ${'blob '.repeat(1600)}` }));
    await pushLoki(loki.url, [{ ...big, entries }]);
    await check({ logql: `{app="${app('big')}"}`, wanted: pushed([{ ...big, entries }]) });
  }, 240_000);

  it('answers a query the server cannot read in the server’s own words', async () => {
    await using log = await openRemoteLog();
    const source = lokiAt(loki.url);
    const query: LokiQuery = {
      kind: 'loki',
      logql: `{app="${app('sorter')}"} |~ "(gate"`,
      span: { from: `${from}`, until: `${until}` },
      limit: 10,
    };
    await expect(log.fetch(source, query)).rejects.toMatchObject({ name: 'InputError' });
    const problem = await log.service.check({ source, query }, new AbortController().signal);
    expect(problem?.message).toContain('missing closing )');
    expect(multiset([...entriesOf(log.spool)].map(keyOf)).size).toBe(0);
  });
});
