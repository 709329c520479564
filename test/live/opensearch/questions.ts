import { expect, it } from 'vitest';
import { elasticReader } from '../../../src/node/sources/elastic/elastic-reader';
import { elasticSurveyor } from '../../../src/node/sources/elastic/survey';
import type { ElasticQuery } from '../../../src/protocol/log-source';
import { sentenceText } from '../../../src/protocol/sentence';
import { documents, makeIndex, put, second, send, start } from './documents';
import { elasticAt, elasticQuery, liveAsking, newHeard } from './elastic-log';
import { hour } from './fetching';
import type { LiveServer } from './live-index';

export function questionTests(server: () => LiveServer): void {
  const source = (parts = {}) => elasticAt(server().url, parts);
  const asking = () => liveAsking(newHeard(), new AbortController().signal);

  it('says who answers and what of it would be read', async () => {
    const index = server().index('known');
    await makeIndex(server().url, index);
    const now = BigInt(Date.now()) * 1_000_000n;
    await put(server().url, index, documents(7, { from: now - 60n * second }));
    const verdict = await elasticReader.test(source({ index }), asking());
    expect(verdict).toMatchObject({ ok: true, server: expect.stringMatching(/^OpenSearch 2\.\d+\.\d+$/) });
    expect(verdict.sentence.values.slice(1)).toEqual([index, 7, '@timestamp', 'message']);
    const none = await elasticReader.test(source({ index: server().index('nobodys') }), asking());
    expect(none).toMatchObject({ ok: false, server: expect.stringMatching(/^OpenSearch/) });
    expect(sentenceText(none.sentence)).toMatch(/no such index/);
  });

  it('reckons what a query would bring', async () => {
    const index = server().index('estimated');
    await makeIndex(server().url, index);
    await put(server().url, index, documents(1_200));
    const estimate = await elasticReader.estimate(source(), elasticQuery(index, hour), asking());
    expect(estimate).toMatchObject({ entries: 1_200, streams: null });
    const each = (estimate.bytes ?? 0) / 1_200;
    expect(each).toBeGreaterThan(100);
    expect(each).toBeLessThan(250);
    const some = await elasticReader.estimate(source(), elasticQuery(index, hour, { limit: 100 }), asking());
    expect(some.entries).toBe(100);
  });

  it("tells the server's word about a query, and its place", async () => {
    const index = server().index('checked');
    await makeIndex(server().url, index);
    const check = (kind: ElasticQuery['text']['kind'], text: string) =>
      elasticReader.check(source(), elasticQuery(index, hour, { text: { kind, text } }), asking());
    expect(await check('lucene', 'log.level:error')).toBeNull();
    expect(await check('lucene', 'crate AND (')).toEqual({
      message: expect.stringMatching(/^Cannot parse 'crate AND \('/),
      at: 11,
    });
    expect(await check('dsl', '{"match_all": {}}')).toBeNull();
    const wrong = '{"bool": {"filter":\n [{"nosuch": {}}]}}';
    const problem = await check('dsl', wrong);
    expect(problem?.message).toMatch(/nosuch/);
    expect(wrong.slice(0, problem?.at ?? 0)).toBe('{"bool": {"filter":\n [{"nosuch": ');
    expect(await check('dsl', '{"match": ]')).toMatchObject({ at: 10 });
  });

  it('names fields and their values', async () => {
    const index = server().index('named');
    await makeIndex(server().url, index);
    await put(server().url, index, documents(30));
    const within = { source: source(), span: hour, within: index };
    const names = await elasticReader.names(source(), within, asking());
    expect(names).toEqual(['@timestamp', 'log.level', 'message', 'service.name']);
    const values = (name: string) => elasticReader.values(source(), { ...within, name }, asking());
    expect(await values('service.name')).toEqual(['dock-0', 'dock-1', 'dock-2']);
    expect(await values('message')).toEqual([]);
  });

  it('asks for the field that is meant where it cannot be told', async () => {
    const index = server().index('unsure');
    const document =
      '{"@timestamp":"2026-03-01T00:00:01Z","story":"the crate fell","n":1,"told":"and it broke in two"}';
    await send(server().url, 'POST', `/${index}/_doc?refresh=true`, document);
    const reading = elasticReader.estimate(source(), elasticQuery(index, hour), asking());
    await expect(reading).rejects.toMatchObject({
      code: 'elastic-message',
      sentence: { values: ['told, story'] },
    });
    const estimate = elasticReader.estimate(
      source({ messageField: 'story' }),
      elasticQuery(index, hour),
      asking(),
    );
    expect(await estimate).toMatchObject({ entries: 1 });
  });

  it('counts by step, level and service without sending an entry, and names the words that stand out', async () => {
    const index = server().index('surveyed');
    await makeIndex(server().url, index);
    await put(server().url, index, documents(600, { stepNs: second }));
    const bad = documents(40, { from: start + 300n * second, stepNs: second / 10n, name: 'overheated' });
    const worse = bad.map((one, at) => ({
      ...one,
      text: `${one.text} while ${at % 2 ? 'pump' : 'valve'} ${at} was burning`,
      fields: { log: { level: 'error' }, service: { name: 'boiler' } },
    }));
    await put(server().url, index, worse);
    const span = { from: `${start}`, until: `${start + 600n * second}` };
    const wanted = { steps: 60, by: [] };
    const survey = await elasticSurveyor.survey(source(), elasticQuery(index, span), wanted, asking());
    expect(survey).toMatchObject({ from: `${start}`, stepNs: `${10n * second}` });
    const counts = (name: string) =>
      survey.series.find(({ labels }) => (labels[0]?.[1] ?? '') === name)?.counts ?? [];
    expect(counts('').map((count, at) => count - (at === 30 ? 40 : 0))).toEqual(new Array(60).fill(10));
    expect(counts('error')[30]).toBe(41);
    expect(counts('boiler').findIndex((count) => count > 0)).toBe(30);
    expect(survey.patterns.map(({ text }) => text)).toContain('burning');
    expect(survey.fields).toContainEqual({ name: 'service.name', type: 'keyword', cardinality: null });
  });
}
