import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelKey } from '../../../src/engine/labels/label-key';
import type { LineNumber, SourceIndex } from '../../../src/engine/model/units';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import { depotLog, lineOf, says } from '../../engine/labels/depot-log';
import { temporaryFolder } from '../temporary-folder';
import { builtWorker } from './built-worker';

const folder = temporaryFolder();
const text = depotLog(60);
const [older, newer] = ['depot.log.1', 'depot.log'].map((name) => join(folder, name));
const half = text.indexOf('\n', text.length / 2) + 1;
const halfLines = text.slice(0, half).split('\n').length - 1;
const torn = lineOf(text, 'cable torn');
let workerPath: string;
let client: AnalysisWorkerClient;

const request = { baselines: [], from: null, until: null };
const lines = (...numbers: number[]) => ({ lines: numbers as LineNumber[] });
/** Of a line of the second file. */
const at = (line: number) => ({ source: 1 as SourceIndex, line: (line - halfLines) as LineNumber });

beforeAll(async () => {
  workerPath = await builtWorker(folder);
  client = new AnalysisWorkerClient({ workerPath });
  writeFileSync(older, text.slice(0, half));
  writeFileSync(newer, text.slice(half));
});

afterAll(() => client.dispose());

describe('of a log of two files', () => {
  beforeAll(async () => {
    const files = [older, newer].map((path) => ({ path, encoding: undefined }));
    await client.analyse({ ...request, input: { kind: 'files', files } });
  });

  it('what a line’s label can speak of, and of how much', async () => {
    const choices = await client.labelChoices(at(torn));
    expect(choices?.template.records).toBe(1);
    expect(choices?.template.subject.pattern).toContain('cable torn');
    expect(choices?.session).toMatchObject({ sessions: 1, records: 5 });
    expect(await client.recordSubjects(lines(torn))).toEqual([choices?.record]);
    const { name = '', subject } = choices?.session ?? {};
    expect(await client.sessionSubjects({ names: [name, 'nobody'] })).toEqual([subject, null]);
  });

  it('lines count through both files; what is no line is of no record', async () => {
    const [first, none] = await client.recordSubjects(lines(1, 100_000));
    expect(first?.template).toContain('opened gate');
    expect(none).toBeNull();
    expect(await client.labelChoices(at(100_000))).toBeNull();
  });

  it('what is said is heard of at once: where, how much, and how well it agrees with the detectors', async () => {
    const [record] = await client.recordSubjects(lines(torn));
    const lifted = await client.labelChoices(at(lineOf(text.slice(half), 'lifted') + halfLines));
    if (!record || !lifted) throw new Error('a line is of no record');
    expect(await client.labelMeasure()).toBeNull();
    const labels = [says(record, 'anomalous', 'wear'), says(lifted.template.subject, 'normal')];
    const report = await client.rejudge({ labels });
    expect(report.labels).toMatchObject({ records: 246, covered: 61, anomalous: 1 });
    expect(await client.labelsOfLines(lines(1, 2, torn, 100_000))).toEqual([null, 1, 0, null]);
    const measure = await client.labelMeasure();
    expect(measure).toMatchObject({ records: 61, abnormal: 1 });
    expect(measure?.categories).toEqual([{ category: 'wear', abnormal: 1, found: 1 }]);
    expect(measure?.detectors[0]).toMatchObject({ detector: 'fused', precision: 1, recall: 1 });
  });

  it('of labels given again, others, more and fewer, those hold that were given last', async () => {
    const [one, other, third] = await client.recordSubjects(lines(1, 2, torn));
    if (!one || !other || !third) throw new Error('a line is of no record');
    const [a, b, c] = [one, other, third].map((subject) => says(subject, 'anomalous'));
    for (const labels of [[a, b, c], [a, c], [c, a, b], [], [b], [b, a]]) {
      const report = await client.rejudge({ labels });
      const held = await client.labelsOfLines(lines(1, 2, torn));
      const wanted = [a, b, c].map((label) => (labels.includes(label) ? labels.indexOf(label) : null));
      expect(held).toEqual(wanted);
      expect(report.labels.matches.records).toEqual(Uint32Array.from(labels, () => 1));
    }
    const both = [client.rejudge({ labels: [a] }), client.rejudge({ labels: [b, c] })];
    const counts = (await Promise.all(both)).map((report) => report.labels.matches.records.length);
    expect(counts).toEqual([1, 2]);
  });

  it('too little is learned from, and that is said', async () => {
    expect(await client.learnWeights()).toMatchObject({ kind: 'too-little' });
  });

  it('what teaches most is offered once', async () => {
    await client.rejudge({ labels: [] });
    const offered = await client.nextToLabel({ passed: [], limit: 3 });
    expect(offered.length).toBe(3);
    const passed = offered.map(({ subject }) => labelKey(subject));
    const others = await client.nextToLabel({ passed, limit: 3 });
    for (const { subject } of others) expect(passed).not.toContain(labelKey(subject));
  });
});

it('labels hold in a log that is read on', async () => {
  const path = join(folder, 'followed.log');
  writeFileSync(path, text);
  const input = { kind: 'file', path, encoding: 'utf8' } as const;
  await client.analyse({ ...request, input });
  const [record] = await client.recordSubjects(lines(torn));
  if (!record) throw new Error('the line is of no record');
  await client.rejudge({ labels: [says(record, 'anomalous')] });
  appendFileSync(path, depotLog(90).slice(text.length));
  const { report, startedAnew } = await client.readOn();
  expect(startedAnew).toBeNull();
  expect(report.labels).toMatchObject({ anomalous: 1 });
  expect(await client.labelsOfLines(lines(torn))).toEqual([0]);
});

it('asked of a log that was not analysed it rejects', async () => {
  const other = new AnalysisWorkerClient({ workerPath });
  await expect(other.learnWeights()).rejects.toThrow('Nothing has been analysed yet');
  other.dispose();
});
