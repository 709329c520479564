import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../../../src/protocol/sentence';
import { answer } from '../http/fake-asking';
import { type Conversation, epoch, fetchFrom, idsOf, queryOf, servers, someDocuments } from './conversation';
import { type FakeDocument, FakeElastic, type FakeServer } from './fake-elastic';

const end = epoch + 1_000_000_000n;
/** Pages of 16. */
const window = 20;

function within(documents: readonly FakeDocument[], from: bigint, until: bigint): FakeDocument[] {
  return documents.filter(({ time }) => time >= from && time < until);
}

function expectEach({ entries }: Conversation, wanted: readonly FakeDocument[]): void {
  expect(idsOf(entries).sort()).toEqual(wanted.map(({ id }) => id).sort());
  const times = entries.map(({ time }) => BigInt(time));
  expect(times).toEqual([...times].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)));
}

const runs = { numRuns: 40 };

describe.each(servers)('Pages of $product $version', (server) => {
  it('give each entry of a span once and by time, however many share one', () =>
    fc.assert(
      fc.asyncProperty(someDocuments, fc.bigInt(0n, 6_000_000n), async (documents, shift) => {
        const heard = await fetchFrom({ ...server, documents, window }, queryOf(epoch + shift, end));
        expectEach(heard, within(documents, epoch + shift, end));
        expect(heard.asking.isMissing).toBe(false);
        expect(heard.elastic.points.size).toBe(0);
      }),
      runs,
    ));

  it('give the newest so many', () =>
    fc.assert(
      fc.asyncProperty(someDocuments, fc.integer({ min: 1, max: 130 }), async (documents, limit) => {
        const { entries } = await fetchFrom({ ...server, documents, window }, queryOf(epoch, end, { limit }));
        const times = documents.map(({ time }) => time).sort((one, other) => (one < other ? 1 : -1));
        expect(entries.map(({ time }) => BigInt(time)).reverse()).toEqual(times.slice(0, limit));
        expect(new Set(idsOf(entries)).size).toBe(entries.length);
      }),
      runs,
    ));

  it('go on where the server forgets its point in time, without doubling or losing an entry, and say so', () =>
    fc.assert(
      fc.asyncProperty(
        someDocuments,
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
        async (documents, lost) => {
          const fault: FakeServer['fault'] = (searches) => (lost.includes(searches) ? 'forget' : undefined);
          const heard = await fetchFrom({ ...server, documents, window, fault }, queryOf(epoch, end));
          expectEach(heard, documents);
          expect(heard.asking.notes.length > 0).toBe(heard.elastic.opened > 1);
        },
      ),
      runs,
    ));
});

describe('What is missing', () => {
  const documents = Array.from({ length: 40 }, (_, at) => ({
    id: `d${at}`,
    time: epoch + BigInt(at),
    shard: 0,
    source: { message: `number ${at}` },
  }));
  const server: FakeServer = { product: 'opensearch', version: '2.19.1', documents };

  async function notesWith(
    fault: FakeServer['fault'],
  ): Promise<{ notes: string[]; isMissing: boolean; waits: number }> {
    const { asking } = await fetchFrom({ ...server, ...(fault && { fault }) }, queryOf(epoch, end));
    return {
      notes: asking.notes.map((note) => sentenceText(note)),
      isMissing: asking.isMissing,
      waits: asking.waits.length,
    };
  }

  it('is said where shards do not come back', async () => {
    const failures = [{ shard: 1, index: 'logs', reason: { type: 'io', reason: 'the disk is gone' } }];
    const body = { _shards: { total: 3, successful: 2, failed: 1, failures }, hits: { hits: [] } };
    const { notes, isMissing, waits } = await notesWith(() => answer(200, body));
    expect(isMissing).toBe(true);
    expect(waits).toBeGreaterThan(5);
    expect(notes[0]).toMatch(/^Only 2 of 3 shards of the server answered \(the disk is gone\)/);
  });

  it('is said where no node has a shard, which is no failure to the server', async () => {
    const body = { _shards: { total: 3, successful: 2, failed: 0 }, hits: { hits: [] } };
    const { isMissing } = await notesWith(() => answer(200, body));
    expect(isMissing).toBe(true);
  });

  it('is said at once where asking again does not help', async () => {
    const reason = { type: 'query_shard_exception', reason: 'no such type here' };
    const _shards = { total: 2, successful: 1, failed: 1, failures: [{ shard: 0, index: 'logs', reason }] };
    const { isMissing, waits } = await notesWith(() => answer(200, { _shards, hits: { hits: [] } }));
    expect({ isMissing, waits }).toEqual({ isMissing: true, waits: 0 });
  });

  it('is said where a cluster of the pattern is passed over, whose shards nobody counts', async () => {
    const _shards = { total: 2, successful: 2, failed: 0 };
    const _clusters = { total: 2, successful: 1, skipped: 1 };
    const { notes, isMissing } = await notesWith(() =>
      answer(200, { _shards, _clusters, hits: { hits: [] } }),
    );
    expect(isMissing).toBe(true);
    expect(notes[0]).toMatch(/^Only 1 of 2 clusters of the index pattern answered in full/);
  });

  it('is said where only the search by the pattern tells of such a cluster, not the point in time', async () => {
    const elastic = new FakeElastic(server);
    const { asking } = await fetchFrom(
      {
        ...server,
        more: (request) => {
          if (!request.path.startsWith('/logs/_search?') && request.path !== '/logs/_search')
            return undefined;
          const { body } = elastic.answer(request);
          const members = JSON.parse(new TextDecoder().decode(body)) as object;
          return answer(200, { ...members, _clusters: { total: 3, successful: 2, skipped: 1 } });
        },
      },
      queryOf(epoch, end),
    );
    expect(asking.isMissing).toBe(true);
    expect(asking.notes.map((note) => sentenceText(note))[0]).toMatch(/^Only 2 of 3 clusters/);
  });

  it('is nothing of what follows a full page that holds a document whose time cannot be read', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => ({
      id: `d${at}`,
      time: epoch + BigInt(at),
      shard: 0,
      source: { message: `number ${at}` },
    }));
    const hits = many.slice(0, 1000).map(({ id, time, source }, at) => ({
      _index: 'logs',
      _id: id,
      _source: source,
      fields: at === 7 ? {} : { '@timestamp': [`2026-03-01T00:00:00.${String(at).padStart(9, '0')}Z`] },
      sort: [Number(time), at],
    }));
    const firstPage = { _shards: { total: 2, successful: 2, failed: 0 }, hits: { hits } };
    const fault: FakeServer['fault'] = (searches) => (searches === 1 ? answer(200, firstPage) : undefined);
    const { entries } = await fetchFrom({ ...server, documents: many, fault }, queryOf(epoch, end));
    expect(idsOf(entries).sort()).toEqual(
      many
        .map(({ id }) => id)
        .filter((id) => id !== 'd7')
        .sort(),
    );
  });

  it('is said where the server stops at its own limit of time', async () => {
    const _shards = { total: 2, successful: 2, failed: 0 };
    const { notes, isMissing } = await notesWith(() =>
      answer(200, { timed_out: true, _shards, hits: { hits: [] } }),
    );
    expect(isMissing).toBe(true);
    expect(notes[0]).toMatch(/^The server stopped searching at its own limit of time/);
  });

  it('is nothing where one index takes fewer hits at once than the others', async () => {
    const reason = { type: 'illegal_argument_exception', reason: 'Result window is too large, here' };
    const _shards = { total: 2, successful: 1, failed: 1, failures: [{ shard: 0, index: 'logs', reason }] };
    const { notes, isMissing } = await notesWith((searches) =>
      searches === 1 ? answer(200, { _shards, hits: { hits: [] } }) : undefined,
    );
    expect({ notes, isMissing }).toEqual({ notes: [], isMissing: false });
  });

  it('is said where the server gives fewer than it counts', async () => {
    const body = {
      _shards: { total: 1, successful: 1, failed: 0 },
      hits: { total: { value: 50, relation: 'eq' }, hits: [] },
    };
    const { notes } = await notesWith(() => answer(200, body));
    expect(notes).toEqual(['The server counted 50 entries and gave 0: 50 are missing. Ask again.']);
  });

  it('is nothing where a server short of memory is asked for less', async () => {
    const breaker = {
      error: { type: 'circuit_breaking_exception', reason: '[parent] Data too large, no room' },
    };
    const { notes, isMissing } = await notesWith((searches) =>
      searches < 3 ? answer(429, breaker) : undefined,
    );
    expect({ notes, isMissing }).toEqual({ notes: [], isMissing: false });
  });
});
