import { expect, it } from 'vitest';
import type { TimeSpan } from '../../../src/protocol/log-source';
import { expectSame, multiset } from '../multiset';
import { keyOf } from '../spool-entries';
import { allOf, type Document, documents, makeIndex, put, second, send, start } from './documents';
import { elasticAt, elasticQuery, fetched, type Heard } from './elastic-log';
import type { LiveServer } from './live-index';

export const hour: TimeSpan = { from: `${start}`, until: `${start + 3600n * second}` };

/** Everything, in order, and nothing to be said about it. */
export function expectWhole({ entries, notes, isMissing }: Heard, wanted: readonly Document[]): void {
  expectSame(multiset(entries.map(keyOf)), allOf(wanted));
  expect(entries.findIndex(({ time }, at) => at > 0 && BigInt(time) < BigInt(entries[at - 1].time))).toBe(-1);
  expect({ notes, isMissing }).toEqual({ notes: [], isMissing: false });
}

export function fetchingTests(server: () => LiveServer): void {
  const source = () => elasticAt(server().url);
  async function indexed(name: string, made: readonly Document[], parts = {}): Promise<string> {
    const index = server().index(name);
    await makeIndex(server().url, index, parts);
    await put(server().url, index, made);
    return index;
  }

  it('reads a span page by page, each entry once and by time', async () => {
    const made = documents(6_500, { stepNs: 333_333_333n });
    const index = await indexed('pages', made, { shards: 3 });
    expectWhole(await fetched(source(), elasticQuery(index, hour)), made);
  });

  it('takes the start of the span and leaves out its end, to the nanosecond, whatever the field keeps', async () => {
    const nanos = documents(5, { from: start + 998n, stepNs: 1n, name: 'nano' });
    const millis = documents(3, { from: start, stepNs: 1_000_000n, name: 'milli' });
    const one = await indexed('borders-nanos', nanos);
    const other = await indexed('borders-millis', millis, { type: 'date' });
    const span = { from: `${start + 999n}`, until: `${start + 1_000_001n}` };
    const wanted = [...nanos.slice(1), millis[1]];
    expectWhole(await fetched(source(), elasticQuery(`${one},${other}`, span)), wanted);
  });

  it('loses none of 20,000 entries of one time in three shards, nor of the newest of them', async () => {
    const made = documents(20_000, { together: 20_000 });
    const index = await indexed('equal', made, { shards: 3 });
    expectWhole(await fetched(source(), elasticQuery(index, hour)), made);
    const newest = await fetched(source(), elasticQuery(index, hour, { limit: 11_111 }));
    expect(new Set(newest.entries.map(({ text }) => text)).size).toBe(11_111);
  });

  it('gives the newest so many, by time', async () => {
    const made = documents(2_400, { together: 3 });
    const index = await indexed('newest', made);
    const { entries } = await fetched(source(), elasticQuery(index, hour, { limit: 1_500 }));
    expectSame(multiset(entries.map(keyOf)), allOf(made.slice(-1_500)));
    expectWhole(await fetched(source(), elasticQuery(index, hour, { limit: 5_000 })), made);
  });

  it('takes Lucene text and Query DSL as filters of the span', async () => {
    const made = documents(300);
    const index = await indexed('filtered', made);
    const errors = made.filter((_, at) => at % 50 === 0);
    const lucene = { kind: 'lucene', text: 'log.level:error AND hatch' } as const;
    expectWhole(await fetched(source(), elasticQuery(index, hour, { text: lucene })), errors);
    const dsl = { kind: 'dsl', text: '{"query": {"term": {"log.level": "error"}}}' } as const;
    expectWhole(await fetched(source(), elasticQuery(index, hour, { text: dsl })), errors);
  });

  it('keeps every digit, every list and every odd name of a document', async () => {
    const index = server().index('odd');
    const id = 'a "b" {c}, d=e';
    const document = `{"@timestamp":"2026-03-01T00:00:01.5Z","message":"</script>\\u0000 \\u001b[31m one\\ntwo",
      "span":{"id":9007199254740993,"parts":[1,2]},"dotted.name":{"in":true},"one":["x"],"none":null,"empty":{}}`;
    await send(server().url, 'PUT', `/${index}/_doc/${encodeURIComponent(id)}?refresh=true`, document);
    const { entries } = await fetched(source(), elasticQuery(index, hour));
    expect(entries).toEqual([
      {
        time: `${start + 1_500_000_000n}`,
        labels: [['_index', index]],
        own: [
          ['span.id', '9007199254740993'],
          ['span.parts', '[1,2]'],
          ['dotted.name.in', 'true'],
          ['one', 'x'],
          ['_id', id],
        ],
        text: '</script>\0 \u001b[31m one\ntwo',
      },
    ]);
  });
}
