import { describe, expect, it } from 'vitest';
import { prometheusReader } from '../../../../src/node/sources/prometheus/prometheus-reader';
import { gridOf, metricsOfRange } from '../../../../src/node/sources/prometheus/range';
import { TransportError } from '../../../../src/node/sources/transport';
import { InputError } from '../../../../src/protocol/input-error';
import type { PrometheusQuery, PrometheusSource } from '../../../../src/protocol/log-source';
import { sentenceText } from '../../../../src/protocol/sentence';
import type { HttpAnswer, HttpRequest } from '../../../../src/protocol/sources';
import { answer, FakeAsking } from '../http/fake-asking';

/** Against answers written from Prometheus's documentation ("HTTP API"); a real one is asked in test/live/prometheus. */
const source: PrometheusSource = {
  kind: 'prometheus',
  name: 'figures',
  url: 'http://prometheus.example:9090',
  authentication: { kind: 'none' },
  caFile: null,
  tenant: null,
};
const minute = { from: '1772323200500000000', until: '1772323260000000000', points: 60 };

const success = (data: unknown, more: object = {}) => answer(200, { status: 'success', data, ...more });
const failure = (status: number, errorType: string, error: string) =>
  answer(status, { status: 'error', errorType, error });
const matrix = (...values: [number, string][]) => ({
  resultType: 'matrix',
  result: [{ metric: { __name__: 'up' }, values }],
});

type Answer = HttpAnswer | Error;
const always = (one: Answer) => new FakeAsking(() => one);

function askedOf(request: HttpRequest): Record<string, string> {
  const [path, search = request.body ?? ''] = request.path.split('?', 2);
  return { path, ...Object.fromEntries(new URLSearchParams(search)) };
}

const range = (asking: FakeAsking, query = 'up') => metricsOfRange(source, query, minute, asking);

async function sentenceOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => new Error('It succeeded.'),
    (reason: unknown) => reason,
  );
  return error instanceof InputError ? sentenceText(error.sentence) : `${error}`;
}

describe('a range of Prometheus', () => {
  it('is asked for at whole steps around the window', async () => {
    const asking = always(success(matrix([1772323200, '1'], [1772323201, '2'])));
    const { series, notes } = await range(asking);
    expect(asking.requests.map(askedOf)).toEqual([
      {
        path: '/api/v1/query_range',
        query: 'up',
        start: '1772323200',
        end: '1772323260',
        step: '1',
        limit: '101',
      },
    ]);
    expect(series.map(({ name, values }) => [name, ...values])).toEqual([['up', 1, 2]]);
    expect(notes).toEqual([]);
  });

  it.each([
    ['a millisecond', 1e6, 500, 1],
    ['an hour', 3600e9, 500, 10],
    ['a day', 86_400e9, 1000, 120],
    ['ten years', 3650 * 86_400e9, 2000, 2 * 86_400],
  ])('of %s has a step people have clocks for', (_, ns, points, step) => {
    const from = 1_772_323_207_000_000_000n;
    const grid = gridOf({ from: `${from}`, until: `${from + BigInt(ns)}`, points });
    expect(grid.step).toBe(step);
    expect([grid.start % step, grid.end % step]).toEqual([0, 0]);
    expect(grid.start * 1e9).toBeLessThanOrEqual(Number(from));
    expect((grid.end - grid.start) / step).toBeLessThanOrEqual(points + 2);
  });

  it('of a long query goes by POST', async () => {
    const asking = always(success(matrix([1772323200, '1'])));
    await range(asking, `sum(up{job=~"${'a|'.repeat(3000)}"})`);
    expect(asking.requests[0]).toMatchObject({ method: 'POST', path: '/api/v1/query_range' });
  });

  it('tells what the server says of it, but for what we had it cut off', async () => {
    const warnings = ['PromQL warning: one side\nis empty', 'results truncated due to limit'];
    const { notes } = await range(
      always(success(matrix([1, '1']), { warnings, infos: ['PromQL info: ends in _sum'] })),
    );
    expect(notes.map((note) => sentenceText(note))).toEqual([
      'The server says: PromQL warning: one side is empty',
      'The server says: PromQL info: ends in _sum',
    ]);
  });
});

const refusals: readonly (readonly [what: string, answer: Answer, words: string | RegExp])[] = [
  [
    'what it cannot read',
    failure(400, 'bad_data', 'invalid parameter "query": 1:4: parse error: unexpected end of input'),
    'The server cannot read the query: 1:4: parse error: unexpected end of input. Correct it there.',
  ],
  [
    'what it cannot work out',
    failure(422, 'execution', 'found duplicate series for the match group'),
    /^The server refuses the query: found duplicate series/,
  ],
  [
    'who asks',
    answer(401, 'Unauthorized'),
    /^The server at .* does not know who asks \(401: Unauthorized\)\. Check the auth/,
  ],
  ['a page that is no Prometheus', answer(200, '<html>log in</html>'), /does not speak the API of this kind/],
  ['another API that says 200 to anything', answer(200, { hits: [] }), /has nothing at that path/],
  [
    'an answer that is no matrix',
    success({ resultType: 'vector', result: [] }),
    /^The answer holds no figures over time but a vector\./,
  ],
  ['no server', new TransportError('refused', 'ECONNREFUSED'), /^Nothing answers at /],
];

describe('a refusal', () => {
  it.each(refusals)('of %s is told with its cure', async (_, given, words) => {
    const told = await sentenceOf(range(always(given)));
    if (typeof words === 'string') expect(told).toBe(words);
    else expect(told).toMatch(words);
  });

  it.each([[429], [503]])(
    'of %d that may pass is asked again after the wait the server wants',
    async (status) => {
      const answers = [answer(status, 'busy', { 'retry-after': '2' }), success(matrix([1772323200, '1']))];
      const asking = new FakeAsking(() => answers.shift() as HttpAnswer);
      expect((await range(asking)).series).toHaveLength(1);
      expect(asking.waits).toEqual([2000]);
    },
  );

  it('of 429 that does not pass is told', async () => {
    expect(await sentenceOf(range(always(answer(429, 'slow down'))))).toMatch(/has too much to do/);
  });
});

const checks: readonly (readonly [promql: string, answer: HttpAnswer, problem: object | null])[] = [
  ['up', success(matrix()), null],
  [
    'sum(',
    failure(400, 'bad_data', 'invalid parameter "query": 1:5: parse error: unclosed left parenthesis'),
    { message: 'parse error: unclosed left parenthesis', at: 4 },
  ],
  [
    '# größe\nfoo{',
    failure(400, 'bad_data', 'invalid parameter "query": 2:5: parse error: unexpected end of input'),
    { message: 'parse error: unexpected end of input', at: 12 },
  ],
  [
    '"ü" + +',
    failure(400, 'bad_data', 'invalid parameter "query": 1:9: parse error: unexpected end of input'),
    { message: 'parse error: unexpected end of input', at: 7 },
  ],
  [
    'up[5m]',
    failure(400, 'bad_data', 'invalid parameter "query": invalid expression type "range vector"'),
    { message: 'invalid expression type "range vector"', at: null },
  ],
];

describe('a check', () => {
  it.each(checks)('of %j tells the server’s own word and its place', async (promql, given, problem) => {
    const query: PrometheusQuery = { kind: 'prometheus', promql };
    expect(await prometheusReader.check(source, query, always(given))).toEqual(problem);
  });
});

const verdicts: readonly (readonly [
  what: string,
  query: Answer,
  info: Answer,
  ok: boolean,
  words: RegExp,
])[] = [
  ['its version', success({}), success({ version: '3.1.0' }), true, /^Prometheus 3\.1\.0 answers at /],
  [
    'that it keeps its version to itself',
    success({}),
    answer(404, 'not found'),
    true,
    /speaks the API of Prometheus/,
  ],
  [
    'that it does not know who asks',
    answer(401, ''),
    success({ version: '3.1.0' }),
    false,
    /does not know who asks/,
  ],
];

describe('a test', () => {
  it.each(verdicts)('tells %s', async (_, query, info, ok, words) => {
    const asking = new FakeAsking(({ path }) => (path.includes('buildinfo') ? info : query));
    const verdict = await prometheusReader.test(source, asking);
    expect([verdict.ok, sentenceText(verdict.sentence)]).toEqual([ok, expect.stringMatching(words)]);
  });
});

describe('names', () => {
  const span = { from: '1772323200000000000', until: '1772326800000000000' };
  it('are the metrics of the span, sorted', async () => {
    const asking = always(success(['up', 'go_info', 7]));
    const names = await prometheusReader.names(source, { source, span, within: '' }, asking);
    expect(names).toEqual(['go_info', 'up']);
    expect(askedOf(asking.requests[0])).toEqual({
      path: '/api/v1/label/__name__/values',
      start: '1772323200',
      end: '1772326800',
      limit: '5000',
    });
  });
});

describe('what would bring entries', () => {
  const query: PrometheusQuery = { kind: 'prometheus', promql: 'up' };
  const asking = always(new Error('It was asked.'));
  it.each([
    ['estimate', () => prometheusReader.estimate(source, query, asking)],
    ['fetch', async () => prometheusReader.fetch(source, query, asking)],
    ['tail', async () => prometheusReader.tail(source, query, null, asking)],
  ])('%s is refused with a cure', async (_, ask) => {
    expect(await sentenceOf(ask())).toMatch(/^The source figures holds metrics, no logs\. Open a log/);
  });
});
