import fc from 'fast-check';
import { elasticReader } from '../../../../src/node/sources/elastic/elastic-reader';
import type { SourceEntry } from '../../../../src/node/sources/source-reader';
import type { ElasticQuery, ElasticSource } from '../../../../src/protocol/log-source';
import { FakeAsking } from '../http/fake-asking';
import { type FakeDocument, FakeElastic, type FakeServer } from './fake-elastic';

export const epoch = BigInt(Date.UTC(2026, 2, 1)) * 1_000_000n;

export const elasticSource: ElasticSource = {
  kind: 'elastic',
  name: 'test',
  url: 'http://search.test',
  authentication: { kind: 'none' },
  caFile: null,
  index: 'logs',
  messageField: null,
  timeField: null,
  kibana: null,
};

export const queryOf = (from: bigint, until: bigint, parts: Partial<ElasticQuery> = {}): ElasticQuery => ({
  kind: 'elastic',
  index: 'logs',
  span: { from: `${from}`, until: `${until}` },
  limit: null,
  text: { kind: 'lucene', text: '' },
  ...parts,
});

export interface Conversation {
  readonly entries: readonly SourceEntry[];
  readonly asking: FakeAsking;
  readonly elastic: FakeElastic;
}

export async function fetchFrom(server: FakeServer, query: ElasticQuery): Promise<Conversation> {
  const elastic = new FakeElastic(server);
  const asking = new FakeAsking(elastic.answer);
  const entries: SourceEntry[] = [];
  for await (const batch of elasticReader.fetch(elasticSource, query, asking))
    if (batch.kind === 'entries') entries.push(...batch.entries);
  return { entries, asking, elastic };
}

export const idsOf = (entries: readonly SourceEntry[]) =>
  entries.map(({ own }) => own?.find(([name]) => name === '_id')?.[1] ?? '');

export const servers: Pick<FakeServer, 'product' | 'version'>[] = [
  { product: 'elasticsearch', version: '8.17.0' },
  { product: 'elasticsearch', version: '7.10.2' },
  { product: 'opensearch', version: '2.19.1' },
];

/** Few times, so that many share one; those of a group stand in shards of their own, where they mostly have the same number. */
export const someDocuments: fc.Arbitrary<FakeDocument[]> = fc
  .array(fc.record({ offset: fc.bigInt(0n, 2n), copies: fc.constantFrom(3, 3, 3, 3, 1) }), {
    maxLength: 60,
    size: 'max',
  })
  .map((groups) =>
    groups.flatMap(({ offset, copies }, at) =>
      Array.from({ length: copies }, (_, shard) => ({
        id: `d${at}-${shard}`,
        time: epoch + offset * 499_999n,
        shard,
        source: { message: `number ${at}`, log: { level: 'info' } },
      })),
    ),
  );
