import { expect, it } from 'vitest';
import { elasticReader } from '../../../src/node/sources/elastic/elastic-reader';
import type { ElasticQuery, ElasticSource } from '../../../src/protocol/log-source';
import type { LastEntries } from '../../../src/protocol/sources';
import { expectSame, multiset } from '../multiset';
import { keyOf } from '../spool-entries';
import { allOf, documents, makeIndex, put, second, start } from './documents';
import { elasticAt, elasticQuery, fetched, type Heard, liveAsking, newHeard } from './elastic-log';
import { hour } from './fetching';
import { isOwn, type LiveServer } from './live-index';

const soon = { timeout: 90_000, interval: 100 };

/** A tail that runs while the test does. */
interface Following extends AsyncDisposable {
  readonly heard: Heard;
}

function follow(source: ElasticSource, query: ElasticQuery, after: LastEntries | null): Following {
  const heard = newHeard();
  const stopping = new AbortController();
  const asking = liveAsking(heard, stopping.signal);
  const done = (async () => {
    for await (const batch of elasticReader.tail(source, query, after, asking))
      if (batch.kind === 'entries') heard.entries.push(...batch.entries);
  })().catch((error) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    heard,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await done;
    },
  };
}

export function tailingTests(server: () => LiveServer): void {
  const source = () => elasticAt(server().url);

  it('goes on behind a fetch: nothing twice, and what comes late for its own time as well', async () => {
    const index = server().index('followed');
    await makeIndex(server().url, index, { shards: 2 });
    const before = documents(500, { from: start, together: 5 });
    await put(server().url, index, before);
    const fetch = await fetched(source(), elasticQuery(index, hour));

    // Of the last fetched time, and of times before it.
    const meanwhile = documents(20, { from: start + 90n * (second / 1000n), name: 'meanwhile' });
    await put(server().url, index, meanwhile);
    await using following = follow(source(), elasticQuery(index, hour), fetch.last);
    await expect.poll(() => following.heard.entries.length, soon).toBe(20);

    const newer = documents(3_000, { from: start + 100n * second, together: 100, name: 'newer' });
    await put(server().url, index, newer);
    await expect.poll(() => following.heard.entries.length, soon).toBe(3_020);
    const late = documents(30, { from: start + 70n * second, name: 'late' });
    await put(server().url, index, late);
    await expect.poll(() => following.heard.entries.length, soon).toBe(3_050);
    expectSame(multiset(following.heard.entries.map(keyOf)), allOf([...meanwhile, ...newer, ...late]));
    expect(following.heard.isMissing).toBe(false);
  }, 200_000);

  it('begins now where nothing was fetched, even if those who write have a clock behind ours', async () => {
    const index = server().index('from-now');
    await makeIndex(server().url, index);
    await put(server().url, index, documents(50));
    await using following = follow(source(), elasticQuery(index, hour), null);
    await expect.poll(() => following.heard.phases.includes('live'), soon).toBe(true);
    const newer = documents(40, { from: start + second, name: 'newer' });
    await put(server().url, index, newer);
    await expect.poll(() => following.heard.entries.length, soon).toBe(40);
    expectSame(multiset(following.heard.entries.map(keyOf)), allOf(newer));
  }, 200_000);

  it.runIf(isOwn)(
    'has all that came while the server was gone',
    async () => {
      const index = server().index('gone');
      await makeIndex(server().url, index);
      await put(server().url, index, documents(10));
      await using following = follow(source(), elasticQuery(index, hour), null);
      await expect.poll(() => following.heard.phases.includes('live'), soon).toBe(true);
      const first = documents(10, { from: start + second, name: 'first' });
      await put(server().url, index, first);
      await expect.poll(() => following.heard.entries.length, soon).toBe(10);
      await server().own?.kill();
      await expect.poll(() => following.heard.phases.includes('reconnecting'), soon).toBe(true);
      await server().own?.start();
      const second_ = documents(10, { from: start + 300n * second, name: 'second' });
      await put(server().url, index, second_);
      await expect.poll(() => following.heard.entries.length, soon).toBe(20);
      expectSame(multiset(following.heard.entries.map(keyOf)), allOf([...first, ...second_]));
      await expect
        .poll(() => following.heard.notes, soon)
        .toContainEqual(expect.stringMatching(/^The server did not answer from /));
    },
    300_000,
  );
}
