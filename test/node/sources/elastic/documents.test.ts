import { describe, expect, it } from 'vitest';
import { elasticReader } from '../../../../src/node/sources/elastic/elastic-reader';
import { InputError } from '../../../../src/protocol/input-error';
import { sentenceText } from '../../../../src/protocol/sentence';
import { FakeAsking } from '../http/fake-asking';
import { type Conversation, elasticSource, epoch, fetchFrom, queryOf } from './conversation';
import { FakeElastic } from './fake-elastic';

const query = queryOf(epoch, epoch + 1_000_000n);

const serverWith = (sources: readonly object[]) => ({
  product: 'elasticsearch' as const,
  version: '8.17.0',
  documents: sources.map((source, at) => ({ id: `d${at}`, time: epoch + BigInt(at), shard: 0, source })),
});

async function read(...sources: object[]): Promise<Conversation> {
  return fetchFrom(serverWith(sources), query);
}

async function textsOf(...sources: object[]): Promise<string[]> {
  return (await read(...sources)).entries.map(({ text }) => text);
}

async function refusal(work: Promise<unknown>): Promise<InputError> {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw new Error('It was not refused.');
  return error;
}

describe('The text of a document', () => {
  const cases: [what: string, source: object, text: string][] = [
    ['of ECS', { message: 'a', event: { original: 'b' } }, 'a'],
    ['of ECS without message', { event: { original: 'b c' }, log: { level: 'info' } }, 'b c'],
    ['with a dotted name', { 'log.original': 'c d' }, 'c d'],
    ['of pino', { msg: 'd', level: 30 }, 'd'],
    ['of OpenTelemetry', { body: { text: 'e' }, severity_text: 'INFO' }, 'e'],
    ['of Fluent Bit', { log: 'f', stream: 'stderr' }, 'f'],
    ['in a list', { message: ['g', 'h'] }, 'g\nh'],
  ];
  it.each(cases)('%s', async (_, source, text) => expect(await textsOf(source)).toEqual([text]));

  it('is the field most documents have, and of the rest what they have', async () => {
    const most = Array.from({ length: 9 }, () => ({ msg: 'usual' }));
    expect(await textsOf(...most, { message: 'rare' })).toEqual([...most.map(() => 'usual'), 'rare']);
  });

  it('is the document itself where it has none, which is said', async () => {
    const { entries, asking } = await read({ message: 'one' }, { other: 1, nested: { two: 2 } });
    expect(entries[1]?.text).toBe('{"other":1,"nested":{"two":2}}');
    expect(entries[1]?.own).toEqual([['_id', 'd1']]);
    expect(asking.notes.map(({ values }) => values)).toEqual([[1]]);
  });

  it('is asked for where no field is known: the longer texts first', async () => {
    const error = await refusal(read({ story: 'a few words', tale: 'some more words than that', code: 'x' }));
    expect(error.code).toBe('elastic-message');
    expect(error.sentence.values).toEqual(['tale, story']);
    const server = new FakeElastic(serverWith([{ story: 'a few words' }]));
    const asking = new FakeAsking(server.answer);
    const source = { ...elasticSource, messageField: 'story' };
    for await (const batch of elasticReader.fetch(source, query, asking)) {
      expect(batch).toMatchObject({ entries: [{ text: 'a few words' }] });
    }
  });
});

describe('The labels of a document', () => {
  const place = { service: { name: 'ledger' }, kubernetes: { pod: { name: 'ledger-7' } } };

  it('are shared by all of the same place, and the rest is its own', async () => {
    const { entries } = await read(
      { message: 'a', ...place, trace: { id: 't1' } },
      { message: 'b', ...place, trace: { id: 't2' } },
    );
    expect(entries[0]?.labels).toEqual([
      ['service.name', 'ledger'],
      ['kubernetes.pod.name', 'ledger-7'],
      ['_index', 'logs'],
    ]);
    expect(entries[1]?.labels).toBe(entries[0]?.labels);
    expect(entries.map(({ own }) => own)).toEqual([
      [
        ['trace.id', 't1'],
        ['_id', 'd0'],
      ],
      [
        ['trace.id', 't2'],
        ['_id', 'd1'],
      ],
    ]);
  });

  it('leave out what is empty, the time, and what repeats the text', async () => {
    const document = {
      '@timestamp': '2026-03-01T00:00:00Z',
      message: 'a',
      event: { original: 'a', kind: 'event' },
      log: { original: 'more than a' },
      none: null,
      empty: '',
      list: [],
      object: {},
      no: false,
      zero: 0,
    };
    const { entries } = await read(document);
    expect(entries[0]).toMatchObject({
      labels: [
        ['event.kind', 'event'],
        ['_index', 'logs'],
      ],
      own: [
        ['log.original', 'more than a'],
        ['no', 'false'],
        ['zero', '0'],
        ['_id', 'd0'],
      ],
    });
  });

  it('keep names that mean something to JavaScript, and documents deeper than any mapping', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) as object;
    const odd = JSON.parse('{"message":"a","__proto__":{"constructor":"x"},"toString":"y"}') as object;
    const { entries } = await read({ ...odd, deep, ...JSON.parse('{"__proto__":{"z":"x"}}') });
    const own = new Map(entries[0]?.own);
    expect(own.get('toString')).toBe('y');
    expect([...own.keys()].find((name) => name.startsWith('deep.a'))?.split('.').length).toBeLessThan(25);
  });
});

describe('The verdict about a server', () => {
  async function verdictOf(greeting: object | string, status = 200) {
    const body = new TextEncoder().encode(typeof greeting === 'string' ? greeting : JSON.stringify(greeting));
    return elasticReader.test(elasticSource, new FakeAsking(() => ({ status, headers: {}, body })));
  }
  const cases: [what: string, greeting: object | string, server: string | null, words: RegExp][] = [
    ['too old', { version: { number: '7.9.3' } }, null, /Elasticsearch 7\.9\.3 has no points in time.*7\.10/],
    [
      'too old',
      { version: { number: '1.3.0', distribution: 'opensearch' } },
      null,
      /OpenSearch 1\.3\.0.*2\.4/,
    ],
    ['a page', '<html>Please log in</html>', null, /does not speak the API/],
    ['another API', { version: 'v1.2' }, null, /does not speak the API/],
  ];
  it.each(cases)('%s: %j', async (_, greeting, server, words) => {
    const verdict = await verdictOf(greeting);
    expect({ ok: verdict.ok, server: verdict.server }).toEqual({ ok: false, server });
    expect(sentenceText(verdict.sentence)).toMatch(words);
  });

  it('tells who it is, also where an OpenSearch calls itself 7.10.2', async () => {
    const server = new FakeElastic(serverWith([{ message: 'a' }]));
    const more = { version: { number: '7.10.2' }, tagline: 'The OpenSearch Project' };
    const asking = new FakeAsking((request) =>
      request.path === '/'
        ? { status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify(more)) }
        : server.answer(request),
    );
    expect(await elasticReader.test(elasticSource, asking)).toMatchObject({ ok: true, server: 'OpenSearch' });
  });

  it('goes by a header where asking who answers is not allowed', async () => {
    const server = new FakeElastic(serverWith([{ message: 'a' }]));
    const refused = '{"error":{"type":"security_exception","reason":"no cluster:monitor/main"},"status":403}';
    const asking = (headers: Record<string, string>) =>
      new FakeAsking((request) =>
        request.path === '/'
          ? { status: 403, headers, body: new TextEncoder().encode(refused) }
          : server.answer(request),
      );
    const known = await elasticReader.test(elasticSource, asking({ 'x-elastic-product': 'Elasticsearch' }));
    expect(known).toMatchObject({ ok: true, server: 'Elasticsearch' });
    expect(await elasticReader.test(elasticSource, asking({}))).toMatchObject({
      ok: true,
      server: 'OpenSearch',
    });
  });
});
