import { expect, it } from 'vitest';
import { expectSame } from '../multiset';
import { openRemoteLog } from '../remote-log';
import { firstOutOfOrder, spooled } from '../spool-entries';
import { allOf, documents, makeIndex, put, second, start } from './documents';
import { elasticAt, elasticQuery } from './elastic-log';
import { hour } from './fetching';
import type { LiveServer } from './live-index';

export function logTests(server: () => LiveServer): void {
  it('becomes a file, by time, and goes on in it when it is followed', async () => {
    const index = server().index('log');
    await makeIndex(server().url, index, { shards: 2 });
    const made = documents(3_000, { together: 2 });
    await put(server().url, index, made);
    await using log = await openRemoteLog();
    const source = elasticAt(server().url);
    const summary = await log.fetch(source, elasticQuery(index, hour));
    expect(summary).toMatchObject({ entries: 3_000, complete: true, notes: [] });
    expectSame(spooled(log.spool), allOf(made));
    expect(firstOutOfOrder(log.spool)).toBeNull();
    expect(log.progress.at(-1)).toMatchObject({ phase: 'done', share: 1 });

    const stopping = new AbortController();
    const following = log.tail(source, elasticQuery(index, hour), summary, stopping.signal);
    const newer = documents(200, { from: start + 30n * second, name: 'newer' });
    await put(server().url, index, newer);
    await expect.poll(() => spooled(log.spool).size, { timeout: 60_000, interval: 250 }).toBe(3_200);
    stopping.abort();
    await following;
    expectSame(spooled(log.spool), allOf([...made, ...newer]));
  }, 120_000);
}
