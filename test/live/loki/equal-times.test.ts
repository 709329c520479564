import { afterAll, beforeAll, expect, it } from 'vitest';
import { lokiMissing } from '../../../scripts/live/build-loki.mjs';
import { type LiveLoki, startLoki } from '../../../scripts/live/loki.mjs';
import { type PushedStream, pushLoki } from '../../../scripts/live/push-loki.mjs';
import { describeLive } from '../live-server';
import { expectSame } from '../multiset';
import { lokiAt, openRemoteLog } from '../remote-log';
import { entriesOf, spooled } from '../spool-entries';
import { lokiQuery } from './queries';
import { ago, numbered, pushed, second } from './streams';

/** Times cannot tell entries of one time apart, and a page holds 5,000. */
describeLive('Very many entries of one time', lokiMissing(), () => {
  let loki: LiveLoki;
  const time = ago(1800);

  beforeAll(async () => {
    loki = await startLoki();
  });
  afterAll(() => loki?.end());

  /** One entry before them and one behind must not be missed either. */
  function around(labels: Readonly<Record<string, string>>, count: number, first = 0): PushedStream {
    const crowd = numbered({ labels, count, from: time, stepNs: 0n }).entries.map((entry, at) => ({
      ...entry,
      text: `${first + at} ${entry.text}`,
    }));
    const before = { time: `${time - second}`, text: 'before the crowd' };
    const behind = { time: `${time + second}`, text: 'behind the crowd' };
    return { labels, entries: [before, ...crowd, behind] };
  }

  it('are fetched whole, a hundred thousand, where their streams tell them apart', async () => {
    const streams = Array.from({ length: 25 }, (_, host) =>
      around({ app: 'crowd', host: `${host}` }, 4000, host * 4000),
    );
    await pushLoki(loki.url, streams);
    await using log = await openRemoteLog();
    const query = lokiQuery('{app="crowd"}', time - 60n * second, time + 60n * second);
    const summary = await log.fetch(lokiAt(loki.url), query);
    expectSame(spooled(log.spool), pushed(streams));
    expect(summary.complete).toBe(true);
  }, 120_000);

  // Loki compares each of them with all others of its stream: 20,000 cost it 4 s of processor time a page, 100,000 100 s.
  // Of one stream it is fewer here, so that CI can wait for them; 100,000 were fetched whole by hand.
  it('are fetched whole where their texts tell them apart', async () => {
    const stream = around({ app: 'one-crowd' }, 20_000);
    await pushLoki(loki.url, [stream]);
    await using log = await openRemoteLog();
    const query = lokiQuery('{app="one-crowd"}', time - 60n * second, time + 60n * second);
    const summary = await log.fetch(lokiAt(loki.url), query);
    expectSame(spooled(log.spool), pushed([stream]));
    expect(summary.complete).toBe(true);
  }, 180_000);

  it('are fetched whole where only their metadata tell them apart, or the number missing is said', async () => {
    const count = 8000;
    const own = (at: number) => ({ trace_id: `t${at}` });
    const labels = { app: 'same-crowd' };
    const { entries } = numbered({ labels, count, from: time, stepNs: 0n, own });
    const stream = { labels, entries: entries.map((entry) => ({ ...entry, text: 'knocked at the gate' })) };
    await pushLoki(loki.url, [stream]);
    await using log = await openRemoteLog();
    const query = lokiQuery('{app="same-crowd"}', time - 60n * second, time + 60n * second);
    const summary = await log.fetch(lokiAt(loki.url), query);
    const traces = [...entriesOf(log.spool)].map((entry) => entry.labels.trace_id);
    expect(new Set(traces).size).toBe(summary.entries);
    const missing = count - summary.entries;
    expect(summary.complete).toBe(missing === 0);
    if (missing === 0) return;
    const numbers = summary.notes.flatMap(({ values }) => values.map(String));
    expect(numbers.map((value) => value.replace(/\D/g, ''))).toContain(`${missing}`);
  }, 180_000);
});
