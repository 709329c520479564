import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type { AnalysisReport } from '../../../src/protocol/analysis';
import { temporaryFolder } from '../temporary-folder';
import { builtWorker } from './built-worker';

const folder = temporaryFolder();
let client: AnalysisWorkerClient;

beforeAll(async () => {
  const workerPath = await builtWorker(folder);
  client = new AnalysisWorkerClient({ workerPath });
});

afterAll(() => client.dispose());

const voyages = Array.from({ length: 300 }, (_, i) => `INFO ferry ${i} left pier ${i % 4}`);
const refusal = 'ERROR ferry 12 found no pier';

function fileOf(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function analyse(path: string, ...baselines: string[]): Promise<AnalysisReport> {
  const input = { kind: 'file', path, encoding: 'utf8' } as const;
  return client.analyse({ input, baselines, from: null, until: null });
}

const linesOf = ({ findings }: AnalysisReport) => findings.map(({ line }) => line);

describe('learnBaseline', () => {
  it('writes what the log analysed last looks like, which then says what is normal', async () => {
    const output = join(folder, 'ferries.oddline');
    const bad = fileOf('bad.log', [...voyages, refusal]);
    expect(linesOf(await analyse(bad))).toEqual([301]);
    expect(await client.learnBaseline({ output })).toMatchObject({ path: output, logs: 1, records: 301 });
    expect(linesOf(await analyse(bad, output))).toEqual([]);
  });

  it('leaves out what the log was compared with, and adds to a file on request', async () => {
    const output = join(folder, 'more.oddline');
    const [good, other] = [fileOf('good.log', voyages), fileOf('other.log', [...voyages, ...voyages])];
    await analyse(good, other);
    const once = await client.learnBaseline({ output });
    expect(once).toMatchObject({ logs: 1, records: 300 });
    expect(once.bytes).toBe(readFileSync(output).length);
    expect(await client.learnBaseline({ output, merge: [output] })).toMatchObject({ logs: 2, records: 600 });
    await analyse(good, output);
    expect(await client.learnBaseline({ output })).toMatchObject({ logs: 1, records: 300, messages: 1 });
  });

  it('says that a log no longer fits, and what is appended is judged by the baseline too', async () => {
    const output = join(folder, 'old.oddline');
    await analyse(fileOf('old.log', voyages));
    await client.learnBaseline({ output });
    const trains = fileOf(
      'trains.log',
      voyages.map((line) => line.replace('ferry', 'night train')),
    );
    expect((await analyse(trains, output)).drift).toMatchObject({ hasDrifted: true, unknownShare: 1 });
    const grown = fileOf('grown.log', voyages);
    expect(linesOf(await analyse(grown, output))).toEqual([]);
    appendFileSync(grown, `${refusal}\n`);
    const { report, startedAnew } = await client.readOn();
    expect(linesOf(report)).toEqual([301]);
    expect(startedAnew).not.toBeNull();
  });

  it('refuses to merge with a damaged file, and leaves it as it is', async () => {
    const output = fileOf('damaged.oddline', ['{"oddline":"baseline","version":1,"checksum":"0"}']);
    const before = readFileSync(output, 'utf8');
    await analyse(fileOf('good.log', voyages));
    await expect(client.learnBaseline({ output, merge: [output] })).rejects.toMatchObject({
      code: 'damaged-baseline',
    });
    expect(readFileSync(output, 'utf8')).toBe(before);
  });
});
