import { afterAll, beforeAll, expect, it } from 'vitest';
import { lokiMissing } from '../../../scripts/live/build-loki.mjs';
import { type LiveLoki, startLoki } from '../../../scripts/live/loki.mjs';
import { pushLoki } from '../../../scripts/live/push-loki.mjs';
import { describeLive } from '../live-server';
import { expectSame, multiset } from '../multiset';
import { lokiAt, openRemoteLog } from '../remote-log';
import { spooled } from '../spool-entries';
import { lokiQuery } from './queries';
import { ago, numbered, pushed, second } from './streams';

/** A server that gives little at once, to tenants it knows, compressed. */
describeLive('A Loki of small limits', lokiMissing(), () => {
  let loki: LiveLoki;
  const from = ago(5 * 3600);
  const until = ago(0);
  const signal = new AbortController().signal;

  beforeAll(async () => {
    loki = await startLoki({
      auth: true,
      gzip: true,
      limits: { max_entries_limit_per_query: 90, max_query_length: '1h' },
    });
  });
  afterAll(() => loki?.end());

  it('gives a range longer than it takes at once, in pages smaller than the usual limit', async () => {
    const stream = numbered({ labels: { app: 'long' }, count: 3000, from, stepNs: 6n * second });
    await pushLoki(loki.url, [stream], 'north');
    await using log = await openRemoteLog();
    const all = lokiQuery('{app="long"}', from, until);
    const summary = await log.fetch(lokiAt(loki.url, 'north'), all, signal);
    expectSame(spooled(log.spool), pushed([stream]));
    expect(summary).toMatchObject({ complete: true, entries: 3000 });
  });

  it('gives the newest of such a range', async () => {
    const stream = numbered({ labels: { app: 'long-newest' }, count: 3000, from, stepNs: 6n * second });
    await pushLoki(loki.url, [stream], 'north');
    await using log = await openRemoteLog();
    const newest = lokiQuery('{app="long-newest"}', from, until, 800);
    const summary = await log.fetch(lokiAt(loki.url, 'north'), newest, signal);
    expectSame(spooled(log.spool), pushed([{ ...stream, entries: stream.entries.slice(-800) }]));
    expect(summary).toMatchObject({ complete: true, entries: 800 });
  });

  it('says who must be named where no tenant is', async () => {
    await using log = await openRemoteLog();
    const query = lokiQuery('{app="long"}', from, until);
    await expect(log.fetch(lokiAt(loki.url), query, signal)).rejects.toMatchObject({ name: 'InputError' });
    const verdict = await log.service.test(lokiAt(loki.url), signal);
    expect(verdict.ok).toBe(false);
    expect(JSON.stringify(verdict.sentence)).toMatch(/tenant/i);
  });

  it('shows a tenant nothing of another', async () => {
    await using log = await openRemoteLog();
    const query = lokiQuery('{app=~".+"}', ago(1800), until);
    const summary = await log.fetch(lokiAt(loki.url, 'south'), query, signal);
    expect(summary.entries).toBe(0);
    expectSame(spooled(log.spool), multiset([]));
  });

  it('gives names and values to who completes a query', async () => {
    await using log = await openRemoteLog();
    const source = lokiAt(loki.url, 'north');
    const request = { source, span: { from: `${ago(1800)}`, until: `${until}` }, within: '' };
    expect(await log.service.names(request, signal)).toContain('app');
    const values = await log.service.values({ ...request, name: 'app' }, signal);
    expect(values).toEqual(expect.arrayContaining(['long', 'long-newest']));
    expect(await log.service.test(source, signal)).toMatchObject({
      ok: true,
      server: expect.stringContaining('3.7'),
    });
  });
});
