import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elasticReader } from '../../../../src/node/sources/elastic/elastic-reader';
import { TransportError } from '../../../../src/node/sources/transport';
import type { LastEntries } from '../../../../src/protocol/sources';
import { FakeAsking } from '../http/fake-asking';
import { elasticSource, epoch, fetchFrom, idsOf, queryOf, servers } from './conversation';
import { type FakeDocument, FakeElastic, type FakeServer } from './fake-elastic';

const second = 1_000_000_000n;
const startMs = Number(epoch / 1_000_000n);

interface Arrival {
  readonly document: FakeDocument;
  /** Polls of the tail after which it can be found. */
  readonly poll: number;
}

const made = (id: string, time: bigint, shard = 0): FakeDocument => ({
  id,
  time,
  shard,
  source: { message: `entry ${id}` },
});

/** Runs a tail until `polls` rounds are over; what arrives in a round is found from then on. */
async function tailed(parts: {
  readonly server: Pick<FakeServer, 'product' | 'version'>;
  readonly before: readonly FakeDocument[];
  readonly arrivals: readonly Arrival[];
  readonly after: LastEntries | null;
  readonly polls: number;
  readonly isGone?: (poll: number) => boolean;
}): Promise<{ ids: string[]; asking: FakeAsking }> {
  const server: FakeServer = { ...parts.server, documents: parts.before };
  const elastic = new FakeElastic(server);
  let poll = 0;
  const asking = new FakeAsking(
    (request) =>
      parts.isGone?.(poll) ? new TransportError('refused', 'nobody there') : elastic.answer(request),
    undefined,
    startMs,
  );
  const wait = asking.wait;
  const counted = {
    ...asking,
    signal: asking.signal,
    wait: async (milliseconds: number) => {
      if (++poll > parts.polls) asking.cancel();
      const come = parts.arrivals.filter((one) => one.poll === poll).map(({ document }) => document);
      server.documents = [...server.documents, ...come];
      await wait(milliseconds);
    },
  };
  const ids: string[] = [];
  const reading = (async () => {
    for await (const batch of elasticReader.tail(elasticSource, queryOf(epoch, epoch), parts.after, counted))
      if (batch.kind === 'entries') ids.push(...idsOf(batch.entries));
  })();
  await expect(reading).rejects.toThrow(/abort/);
  expect(elastic.points.size).toBe(0);
  return { ids, asking };
}

/** Late by up to 50 s, by the clock of those who write; that may be minutes ahead of ours, or behind. */
const arrivals = fc
  .record({
    skew: fc.constantFrom(-600n, 0n, 3n),
    each: fc.array(
      fc.record({ poll: fc.integer({ min: 1, max: 60 }), late: fc.bigInt(0n, 50n), shard: fc.nat(1) }),
    ),
  })
  .map(({ skew, each }) => ({
    skew,
    all: each.map(({ poll, late, shard }, at): Arrival => {
      const written = epoch + (skew - late) * second + (BigInt(poll) * second) / 2n;
      return { poll, document: made(`new-${at}`, written, shard) };
    }),
  }));

describe.each(servers)('A tail of $product $version', (server) => {
  it('takes each entry once, late ones too, behind what a fetch had', () =>
    fc.assert(
      fc.asyncProperty(arrivals, async ({ skew, all }) => {
        const newest = epoch + skew * second;
        const before = [-70n, -30n, -30n, -5n, 0n].map((ago, at) =>
          made(`old-${at}`, newest + ago * second, at % 2),
        );
        const { asking } = await fetchFrom({ ...server, documents: before }, queryOf(0n, newest + second));
        const { ids } = await tailed({ server, before, arrivals: all, after: asking.last, polls: 100 });
        expect(ids.sort()).toEqual(all.map(({ document }) => document.id).sort());
      }),
      { numRuns: 15 },
    ));

  it('begins now behind what is there, and takes all where nothing is', async () => {
    const news = [1, 5, 9].map((poll) => ({ poll, document: made(`new-${poll}`, epoch + BigInt(poll)) }));
    const old = made('old', epoch - 5n * second);
    const begun = { server, arrivals: news, after: null, polls: 30 };
    expect((await tailed({ ...begun, before: [old] })).ids).toEqual(['new-1', 'new-5', 'new-9']);
    expect((await tailed({ ...begun, before: [] })).ids).toEqual(['new-1', 'new-5', 'new-9']);
  });

  it('has afterwards what came while the server was gone, and says since when and until when', async () => {
    const come = [3, 6, 7, 30].map((poll) => ({
      poll,
      document: made(`new-${poll}`, epoch + BigInt(poll) * second),
    }));
    const { ids, asking } = await tailed({
      server,
      before: [made('old', epoch)],
      arrivals: come,
      after: null,
      polls: 60,
      isGone: (poll) => poll > 4 && poll < 25,
    });
    expect(ids).toEqual(['new-3', 'new-6', 'new-7', 'new-30']);
    expect(asking.phases).toContain('reconnecting');
    expect(
      asking.notes.filter(({ pattern }) => pattern.startsWith('The server did not answer')),
    ).toHaveLength(1);
  });
});
