import { afterAll, beforeAll, expect, it } from 'vitest';
import { prometheusMissing } from '../../../scripts/live/build-prometheus.mjs';
import type { LiveServer } from '../../../scripts/live/kept-server.mjs';
import { startPrometheus } from '../../../scripts/live/prometheus.mjs';
import { pushGauges } from '../../../scripts/live/push-otlp.mjs';
import { NodeTransport } from '../../../src/node/sources/node-transport';
import { sourceReaders } from '../../../src/node/sources/source-readers';
import { SourcesService } from '../../../src/node/sources/sources-service';
import { InputError } from '../../../src/protocol/input-error';
import type { PrometheusSource } from '../../../src/protocol/log-source';
import { sentenceText } from '../../../src/protocol/sentence';
import { describeLive } from '../live-server';

const never = new AbortController().signal;
/** A quarter of an hour ago, at a whole minute. */
const start = Math.floor(Date.now() / 60_000) * 60 - 900;
const every15s = Array.from({ length: 41 }, (_, i) => start + 15 * i);
/** Ten minutes in the middle are missing: more than the five that Prometheus looks back. */
const silent = (at: number) => at < start + 60 || at >= start + 600;

const window = (from: number, until: number, points: number) => ({
  from: `${BigInt(from) * 1_000_000_000n}`,
  until: `${BigInt(until) * 1_000_000_000n}`,
  points,
});

describeLive('Metrics of a real Prometheus', prometheusMissing(), () => {
  let server: LiveServer;
  let service: SourcesService;
  let source: PrometheusSource;

  beforeAll(async () => {
    server = await startPrometheus();
    const common = { caFile: null, authentication: { kind: 'none' }, tenant: null } as const;
    source = { ...common, kind: 'prometheus', name: 'figures', url: server.url };
    const transport = new NodeTransport({ secretOf: async () => null });
    service = new SourcesService({ transport, readers: sourceReaders, onProgress: () => undefined });
    await pushGauges(server.url, [
      { name: 'belt_seconds', labels: { hall: 'north' }, points: every15s.map((at, i) => [at, i]) },
      { name: 'belt_seconds', labels: { hall: 'south' }, points: every15s.map((at, i) => [at, 40 - i]) },
      { name: 'press_load', points: every15s.filter(silent).map((at) => [at, 1]) },
      {
        name: 'wild',
        points: [
          [start, 1],
          [start + 15, Number.NaN],
          [start + 30, Number.POSITIVE_INFINITY],
        ],
      },
    ]);
  });
  afterAll(() => server?.end());

  const metrics = (query: string, shown = window(start, start + 600, 40)) =>
    service.metrics({ origin: { kind: 'prometheus', source, query }, window: shown }, never);
  const refusalOf = (query: string, shown?: ReturnType<typeof window>) =>
    metrics(query, shown).then(
      () => 'It succeeded.',
      (error: unknown) => (error instanceof InputError ? sentenceText(error.sentence) : `${error}`),
    );
  const check = (promql: string) => service.check({ source, query: { kind: 'prometheus', promql } }, never);

  it('says who it is', async () => {
    const verdict = await service.test(source, never);
    expect(verdict).toMatchObject({ ok: true, server: expect.stringMatching(/^Prometheus 3\./) });
  });

  it('gives each series its name, unit, times and values', async () => {
    const { series, notes } = await metrics('belt_seconds');
    expect(notes).toEqual([]);
    expect(series.map(({ name, unit }) => [name, unit])).toEqual([
      ['belt_seconds{hall="north"}', 's'],
      ['belt_seconds{hall="south"}', 's'],
    ]);
    expect([...series[0].seconds]).toEqual(every15s);
    expect([...series[1].values]).toEqual(every15s.map((_, i) => 40 - i));
  });

  it('calls what has no name by its query', async () => {
    const { series } = await metrics('sum(belt_seconds)');
    expect(series.map(({ name }) => name)).toEqual(['sum(belt_seconds)']);
    expect(new Set(series[0].values)).toEqual(new Set([40]));
  });

  it('shows where there was nothing as a gap, and what cannot be drawn too', async () => {
    const [load] = (await metrics('press_load', window(start, start + 660, 44))).series;
    const gap = load.values.findIndex(Number.isNaN);
    expect(load.values.filter(Number.isNaN)).toHaveLength(1);
    expect(load.seconds[gap + 1]).toBe(start + 600);

    const wild = await metrics('wild', window(start, start + 30, 8));
    expect(new Set(wild.series[0].values)).toEqual(new Set([1, Number.NaN]));
    expect(wild.notes.map((note) => sentenceText(note))).toEqual([
      'Values that are infinite cannot be drawn and are gaps.',
    ]);
  });

  it('takes windows of a millisecond and of thirty years', async () => {
    const short = { from: `${start}000500000`, until: `${start}001500000`, points: 1000 };
    expect((await metrics('belt_seconds', short)).series).toHaveLength(2);
    const long = await metrics('vector(1)', window(0, 30 * 365 * 86_400, 2000));
    expect(long.series[0].values.length).toBeLessThanOrEqual(2002);
  });

  it.each([
    ['belt_seconds{', { at: 13 }],
    // It reads on to the end before it says that a parenthesis is too many.
    ['sum(belt_seconds))', { at: 18 }],
    ['belt_seconds[5m]', { at: null }],
    ['nosuch(belt_seconds)', { at: 0 }],
  ])('%s: its own word, where it is wrong', async (promql, place) => {
    const problem = await check(promql);
    expect(problem).toMatchObject(place);
    expect(await refusalOf(promql)).toContain(problem?.message);
  });

  it('takes what is right, and tells the metrics it has', async () => {
    expect(await check('rate(belt_seconds[5m])')).toBeNull();
    const span = { from: `${start}000000000`, until: `${start + 600}000000000` };
    const names = await service.names({ source, span, within: '' }, never);
    expect(names).toEqual(expect.arrayContaining(['belt_seconds', 'press_load']));
  });

  it('says what it cannot work out, and that it is no log', async () => {
    const unmatched = 'belt_seconds * on() belt_seconds';
    expect(await refusalOf(unmatched)).toMatch(/^The server refuses the query: .*(?:many-to-many|duplicate)/);
    const query = { kind: 'prometheus', promql: 'belt_seconds' } as const;
    await expect(service.estimate({ source, query }, never)).rejects.toThrow(/holds metrics, no logs/);
  });

  it('that was killed is missed with a cure, and answers again once it is back', async () => {
    await server.kill();
    expect(await refusalOf('belt_seconds')).toMatch(/^Nothing answers at .*Start it/);
    await server.start();
    expect((await metrics('belt_seconds')).series).toHaveLength(2);
  });
});
