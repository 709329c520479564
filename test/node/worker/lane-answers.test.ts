import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type { LanesRequest } from '../../../src/protocol/log-shape';
import { temporaryFolder } from '../temporary-folder';
import { builtWorker } from './built-worker';

const folder = temporaryFolder();
let client: AnalysisWorkerClient;

const steps = ['asked for a berth', 'was given one', 'moored', 'left again'];
const second = (at: number) =>
  `2026-04-02T06:${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}Z`;
const lines = Array.from({ length: 400 }, (_, i) => {
  const [voyage, step] = [Math.floor(i / 4), i % 4];
  const load = voyage === 60 && step === 2 ? 9000 : voyage % 50;
  const said = {
    time: second(i),
    level: 'info',
    service: `pier-${voyage % 3}`,
    voyage: `vy-${7000 + voyage * 13}`,
  };
  return JSON.stringify({ ...said, msg: `ferry ${steps[step]} with load ${load}` });
});
lines[241] = lines[241].replace('"info"', '"error"');

const fileOf = (name: string, content: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${content.join('\n')}\n`);
  return path;
};
const labelled = (line: number, label: number) => JSON.stringify({ line, label, category: 'mooring' });

beforeAll(async () => {
  client = new AnalysisWorkerClient({ workerPath: await builtWorker(folder) });
  const input = { kind: 'file', path: fileOf('port.log', lines), encoding: 'utf8' } as const;
  await client.analyse({ input, baselines: [], from: null, until: null });
});

afterAll(() => client.dispose());

const request: LanesRequest = {
  by: 'session',
  from: null,
  until: null,
  findings: { lines: Uint32Array.of(241), severities: Uint8Array.of(1) },
  bins: 40,
  limit: 3,
};

describe('of a log that was analysed the worker tells', () => {
  it('lanes of its sessions, in bins of a width a clock has', async () => {
    const { links, total, lanes, bins, counts, marks } = await client.lanes(request);
    expect(links).toEqual([{ name: 'voyage', sessions: 100, records: 400 }]);
    expect(total).toBe(100);
    expect(bins).toEqual({ from: `${Date.parse(second(0))}000000`, width: '10000000000', count: 40 });
    expect(counts).toHaveLength(3 * 40);
    expect(lanes[0]).toMatchObject({
      name: 'vy-7780',
      records: 4,
      errors: 1,
      findings: 1,
      worst: 'medium',
      firstLine: 240,
      lastLine: 243,
      filter: { kind: 'field', name: 'voyage', value: 'vy-7780' },
    });
    expect(marks.indexOf(3)).toBe(24);
  });

  it('lanes of its components within a window', async () => {
    const window = { from: `${Date.parse(second(0))}000000`, until: `${Date.parse(second(11))}000000` };
    const { lanes, records, links } = await client.lanes({ ...request, ...window, by: 'component' });
    expect({ records, links }).toEqual({ records: 12, links: [] });
    expect(lanes.map(({ name, records: own }) => [name, own])).toEqual([
      ['pier-0', 4],
      ['pier-1', 4],
      ['pier-2', 4],
    ]);
  });

  it('the values of a parameter over time, and the line of the highest', async () => {
    const template = await client.templateOfLine({ source: 0 as never, line: 243 as never });
    const series = await client.parameterSeries({
      template: template ?? (0 as never),
      parameter: 0,
      bins: 1,
      from: null,
      until: null,
    });
    expect(series.numbers).toMatchObject({ unit: null, count: Uint32Array.of(100) });
    expect(series.numbers?.max).toEqual(Float64Array.of(9000));
    expect(series.numbers?.lineOfMax).toEqual(Uint32Array.of(242));
  });

  it('how well it found what is known, with curves', async () => {
    const labels = fileOf('labels.jsonl', [labelled(242, 1), labelled(243, 1), labelled(1, 0)]);
    const { records, abnormal, detectors, categories } = await client.evaluate({ labels });
    expect({ records, abnormal }).toEqual({ records: 400, abnormal: 2 });
    expect(categories).toMatchObject([{ category: 'mooring', abnormal: 2 }]);
    const [fused] = detectors;
    expect(fused.detector).toBe('fused');
    expect(fused.roc.truePositiveRate.at(-1)).toBe(1);
    expect(fused.precisionRecall.precision.at(-1)).toBe(2 / 400);
    expect(fused.precisionRecall.recall.length).toBe(fused.precisionRecall.precision.length);
  });

  it.each([
    ['is not there', () => join(folder, 'none.jsonl'), /none\.jsonl/],
    ['holds a line that the log has not', () => fileOf('far.jsonl', [labelled(401, 1)]), /401/],
    ['is no JSON', () => fileOf('odd.jsonl', ['line 3 is odd']), /odd\.jsonl/],
    ['holds nothing', () => fileOf('empty.jsonl', []), /empty\.jsonl/],
  ])('what is wrong with a file of labels that %s', async (_, path, said) => {
    await expect(client.evaluate({ labels: path() })).rejects.toThrow(said);
    await expect(client.evaluate({ labels: path() })).rejects.toHaveProperty('name', 'InputError');
  });

  it('nothing more once it was cancelled', async () => {
    const abort = new AbortController();
    const asked = client.lanes(request, abort.signal);
    abort.abort(new Error('another question came'));
    await expect(asked).rejects.toThrow('another question came');
  });
});
