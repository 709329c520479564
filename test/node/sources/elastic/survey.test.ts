import { describe, expect, it } from 'vitest';
import { elasticSurveyor } from '../../../../src/node/sources/elastic/survey';
import { sentenceText } from '../../../../src/protocol/sentence';
import type { HttpAnswer, HttpRequest } from '../../../../src/protocol/sources';
import { answer, FakeAsking } from '../http/fake-asking';
import { elasticSource, epoch, queryOf } from './conversation';
import { FakeElastic } from './fake-elastic';

/**
 * What only Elasticsearch has (`categorize_text`, `random_sampler`, licences) is asked of no real server here: the answers are
 * written from its documentation. OpenSearch's part is tested with a real one in test/live/opensearch.
 */
const second = 1_000_000_000n;
const minute = Number(epoch / 1_000_000n);

interface Body {
  readonly aggs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

class SurveyedServer {
  readonly asked: Body[] = [];
  constructor(private readonly parts: { version: string; licence: HttpAnswer; entries: number }) {}

  readonly more = (request: HttpRequest): HttpAnswer | undefined => {
    if (request.path === '/_license') return this.parts.licence;
    const body = JSON.parse(request.body ?? '{}') as Body;
    if (body.aggs === undefined) return undefined;
    this.asked.push(body);
    const isVolume = 'steps' in body.aggs;
    const hits = { total: { value: this.parts.entries, relation: 'eq' }, hits: [] };
    return answer(200, { hits, aggregations: isVolume ? volume : { sample: { doc_count: 9, groups } } });
  };

  async survey() {
    const { version } = this.parts;
    const documents = [{ id: 'one', time: epoch, shard: 0, source: { message: 'a b' } }];
    const elastic = new FakeElastic({ product: 'elasticsearch', version, documents, more: this.more });
    const query = queryOf(epoch, epoch + 60n * second);
    return elasticSurveyor.survey(elasticSource, query, { steps: 6, by: [] }, new FakeAsking(elastic.answer));
  }
}

const steps = {
  buckets: [
    { key: minute + 10_000, doc_count: 40 },
    { key: minute + 50_000, doc_count: 2 },
  ],
};
const volume = { steps, level: { buckets: [{ key: 'error', doc_count: 42, steps }] } };
const groups = {
  buckets: [{ key: 'connection closed by peer', doc_count: 4_000, regex: '.*?connection.+?closed.*?' }],
};

const licence = (type: string, status = 'active') => answer(200, { license: { type, status } });

describe('A survey of Elasticsearch', () => {
  it('counts by steps of a length people know, and by level', async () => {
    const { from, stepNs, series } = await new SurveyedServer({
      version: '8.17.0',
      licence: licence('basic'),
      entries: 42,
    }).survey();
    expect({ from, stepNs }).toEqual({ from: `${epoch}`, stepNs: `${10n * second}` });
    expect(series).toEqual([
      { by: 'all', labels: [], unit: 'entries', counts: [0, 40, 0, 0, 0, 2] },
      { by: 'level', labels: [['level', 'error']], unit: 'entries', counts: [0, 40, 0, 0, 0, 2] },
    ]);
  });

  const samplers: [version: string, entries: number, sampler: object][] = [
    ['8.17.0', 1_000_000, { random_sampler: { probability: 0.1, seed: 1 } }],
    ['8.17.0', 1_000, { sampler: { shard_size: 100_000 } }],
    ['8.1.0', 1_000_000, { sampler: { shard_size: 100_000 } }],
  ];
  it.each(samplers)(
    'groups messages where the licence allows: %s of %i entries',
    async (version, entries, sampler) => {
      const server = new SurveyedServer({ version, licence: licence('trial'), entries });
      const { patterns } = await server.survey();
      expect(patterns).toEqual([
        { text: 'connection closed by peer', level: null, entries: 4_000, counts: null },
      ]);
      expect(server.asked[1]?.aggs?.sample).toMatchObject({
        ...sampler,
        aggs: { groups: { categorize_text: { field: 'message' } } },
      });
    },
  );

  const without: [what: string, licence: HttpAnswer, words: RegExp][] = [
    ['a basic licence', licence('basic'), /groups no messages: its licence \(basic\)/],
    ['one that ended', licence('platinum', 'expired'), /groups no messages/],
    [
      'none to be seen',
      answer(403, { error: { type: 'security_exception', reason: 'not for you' } }),
      /not for you/,
    ],
  ];
  it.each(without)('goes without groups, and says so, with %s', async (_, given, words) => {
    const server = new SurveyedServer({ version: '8.17.0', licence: given, entries: 42 });
    const { patterns, notes, series } = await server.survey();
    expect(patterns).toEqual([]);
    expect(series.length).toBe(2);
    expect(notes.map((note) => sentenceText(note)).join()).toMatch(words);
  });
});
