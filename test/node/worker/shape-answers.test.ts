import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type { ViewLine } from '../../../src/protocol/log-lines';
import { temporaryFolder } from '../temporary-folder';
import { builtWorker } from './built-worker';

const folder = temporaryFolder();
const [older, newer, growing, untimed] = ['older', 'newer', 'growing', 'untimed'].map((name) =>
  join(folder, `${name}.log`),
);
const all = { from: null, until: null };
let client: AnalysisWorkerClient;

/** A crane every second; a jam in the middle of the second file. */
const moved = (second: number) =>
  `2026-05-02T04:00:${String(second).padStart(2, '0')}Z INFO  [yard.Crane] crane ${second % 4} lifted box ${second * 31}`;
const jam = ['2026-05-02T04:00:45Z ERROR [yard.Belt] belt 2 is jammed', '    at yard.Belt.run(Belt.java:8)'];
const seconds = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => moved(from + i));
const at = (second: number) => `${Date.UTC(2026, 4, 2, 4, 0, second)}000000`;

beforeAll(async () => {
  client = new AnalysisWorkerClient({ workerPath: await builtWorker(folder) });
  writeFileSync(older, `${seconds(0, 30).join('\n')}\n`);
  writeFileSync(newer, `${[...seconds(30, 45), ...jam, ...seconds(46, 60)].join('\n')}\n`);
  writeFileSync(untimed, 'the yard opens\nthe yard closes\n');
});

afterAll(() => client.dispose());

const file = (path: string) => ({ path, encoding: undefined });
const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
const lines = (...numbers: number[]) => numbers as ViewLine[];

function analyse(...paths: string[]) {
  const input = { kind: 'files' as const, files: paths.map(file) };
  return client.analyse({ input, baselines: [], from: null, until: null });
}

describe('of a log of two files', () => {
  beforeAll(async () => {
    await analyse(older, newer);
  });

  it('a timeline goes through both', async () => {
    const timeline = await client.timeline({ ...all, bins: 60 });
    expect(timeline).toMatchObject({ first: at(0), last: at(59), records: 60, untimed: 0, silences: [] });
    expect(timeline?.bins).toEqual({ from: at(0), width: '1000000000', count: 60 });
    const errors = timeline?.counts.subarray(5 * 60, 6 * 60) ?? [];
    expect([...errors].indexOf(1)).toBe(45);
    expect(sum(timeline?.counts ?? [])).toBe(60);
  });

  it('clocks are set right', async () => {
    const timeline = await client.timeline({ ...all, bins: 60, clockOffsets: [0, -30_000] });
    expect(timeline).toMatchObject({ first: at(0), last: at(29), records: 60 });
  });

  it('templates are counted within a window, and over time', async () => {
    const { ids, counts, records } = await client.templateCounts({ from: at(44), until: at(46) });
    expect([records, counts.length, sum(counts)]).toEqual([3, 2, 3]);
    const templates = [...ids] as never[];
    const series = await client.templateSeries({ ...all, templates, bins: 2 });
    expect(series.bins?.count).toBe(2);
    expect(sum(series.counts)).toBe(60);
  });

  it('components are those of the records of lines', async () => {
    const { names, ofLine } = await client.componentsOfLines(lines(0, 45, 46, 47, 999));
    expect(names).toEqual(['yard.Crane', 'yard.Belt']);
    expect([...ofLine]).toEqual([0, 1, 1, 0, 0xffff]);
  });

  it('scores are of all its records', async () => {
    const { records, unscored, fused, detectors } = await client.scores(all);
    expect(records).toBe(60);
    expect(unscored + sum(fused)).toBe(60);
    expect(detectors.map(({ detector }) => detector)).toContain('level');
  });

  it('a cancelled question rejects with the reason', async () => {
    const abort = new AbortController();
    const asking = client.timeline({ ...all, bins: 60 }, abort.signal);
    abort.abort(new Error('the window moved on'));
    await expect(asking).rejects.toThrow('the window moved on');
  });
});

it('a log without times has no timeline, and templates all the same', async () => {
  await analyse(untimed);
  expect(await client.timeline({ ...all, bins: 60 })).toBeNull();
  const templates = [...(await client.templateCounts(all)).ids] as never[];
  expect(templates).toHaveLength(2);
  expect(await client.templateSeries({ ...all, templates, bins: 9 })).toEqual({
    bins: null,
    counts: new Uint32Array(0),
  });
});

it('of a log that grows, answers are of what was read on', async () => {
  writeFileSync(growing, `${seconds(0, 20).join('\n')}\n`);
  const input = { kind: 'file' as const, path: growing, encoding: 'utf8' };
  await client.analyse({ input, baselines: [], from: null, until: null });
  expect((await client.timeline({ ...all, bins: 60 }))?.records).toBe(20);
  appendFileSync(growing, `${seconds(20, 25).join('\n')}\n`);
  const [, scores] = await Promise.all([client.readOn(), client.scores(all)]);
  expect(scores.records).toBe(25);
  expect(await client.timeline({ ...all, bins: 60 })).toMatchObject({ last: at(24), records: 25 });
  expect((await client.templateCounts(all)).records).toBe(25);
});
