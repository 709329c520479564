import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type { ShownLinesRequest } from '../../../src/protocol/line-facts';
import type { ViewLine } from '../../../src/protocol/log-lines';
import { temporaryFolder } from '../temporary-folder';
import { builtWorker } from './built-worker';

const folder = temporaryFolder();
let client: AnalysisWorkerClient;

const first = Array.from(
  { length: 30 },
  (_, i) => `2026-04-02 06:00:${10 + i} INFO ferry ${i} left pier ${i % 7}`,
);
const second = [
  '2026-04-02 06:01:00 ERROR engine failed',
  '  at engine.Shaft.turn(Shaft.java:7)',
  '2026-04-02 06:01:01 INFO ferry 31 left pier 3',
];
const lines = first.length + second.length;

beforeAll(async () => {
  client = new AnalysisWorkerClient({ workerPath: await builtWorker(folder) });
  const files = [first, second].map((text, i) => {
    const path = join(folder, `${i}.log`);
    writeFileSync(path, `${text.join('\n')}\n`);
    return { path, encoding: undefined };
  });
  await client.analyse({ input: { kind: 'files', files }, baselines: [], from: null, until: null });
});

afterAll(() => client.dispose());

const view = (line: number) => line as ViewLine;
const request: ShownLinesRequest = {
  filter: {
    clauses: [{ mode: 'include', test: { kind: 'level', atLeast: 'error' }, enabled: true }],
    context: 0,
  },
  lines,
  searched: [],
  findings: [],
  bookmarkLines: [],
  noise: 0,
  unfolded: [],
  unfoldedTemplates: [],
};

describe('of a log of several files that was analysed', () => {
  it('the lines that a filter leaves are counted through all of them', async () => {
    const left = await client.shownLines(request);
    expect(left).toMatchObject({ context: null, folds: null, records: 32, shownRecords: 1 });
    const bits = new Uint8Array(left.lines ?? new ArrayBuffer(0));
    expect([...bits]).toEqual([0, 0, 0, 0b1100_0000, 0]);
  });

  it('a cancelled filter rejects with the reason', async () => {
    const abort = new AbortController();
    const filtering = client.shownLines(request, { signal: abort.signal });
    abort.abort(new Error('another filter came'));
    await expect(filtering).rejects.toThrow('another filter came');
  });

  it('a line knows its record', async () => {
    const [facts, none] = await client.factsOfLines([view(31), view(lines)]);
    expect(facts).toMatchObject({ first: 30, last: 31, level: 'error' });
    expect(none).toBeNull();
    const details = await client.detailsOfLine(view(32));
    expect(details?.parameters).toEqual([
      { name: 'ferry', value: '31' },
      { name: 'pier', value: '3' },
    ]);
  });

  it('the strip counts each record once', async () => {
    const { errors, warnings, others } = await client.volumeStrip({ buckets: 4 });
    const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
    expect([errors.length, sum(errors), sum(warnings), sum(others)]).toEqual([4, 1, 0, 31]);
    expect(errors[3]).toBe(1);
  });
});
