import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type { FormatRule } from '../../../src/protocol/understanding';
import { temporaryFolder } from '../temporary-folder';
import { builtWorker } from './built-worker';

const folder = temporaryFolder();
let client: AnalysisWorkerClient;

beforeAll(async () => {
  const workerPath = await builtWorker(folder);
  client = new AnalysisWorkerClient({ workerPath });
});

afterAll(() => client.dispose());

const lines = Array.from({ length: 40 }, (_, i) => `21.11.26 13h${10 + i} lift ${i} stopped`);

/** Analyses the log by the rules and answers what the report says of it. */
async function analysed(name: string, formatRules: readonly FormatRule[]) {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  const input = { kind: 'file', path, encoding: 'utf8' } as const;
  const report = await client.analyse({ input, baselines: [], from: null, until: null, formatRules });
  return report.sources[0];
}

describe('a format is learned from a gesture', () => {
  it('and read by it in the next run, in files it is for', async () => {
    expect(await analysed('lift-1.log', [])).toMatchObject({ timed: 0, zone: null });
    const correction = await client.learnFormat({ role: 'time', text: lines[3], start: 0, end: 14 });
    if ('pattern' in correction) throw new Error(correction.pattern);
    const rules = [{ files: 'lift-*.log*', correction }];
    expect(await analysed('lift-2.log', rules)).toMatchObject({ timed: 40, unfit: 0, zone: 'local' });
    const [understanding] = await client.inspect();
    expect(understanding).toMatchObject({ corrections: [correction], timed: 40 });
    expect(understanding.samples[0].columns[0]).toEqual({ role: 'time', start: 0, end: 14 });
    expect(await analysed('stairs.log', rules)).toMatchObject({ timed: 0 });
  });

  it('or it is said why not', async () => {
    await analysed('lift-1.log', []);
    const answer = await client.learnFormat({ role: 'time', text: lines[3], start: 15, end: 19 });
    expect(answer).toMatchObject({ pattern: expect.stringContaining('Select the whole time stamp') });
  });
});
