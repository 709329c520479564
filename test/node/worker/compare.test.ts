import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type {
  AnalysisProgress,
  CompareRequest,
  GoodLogs,
  LogInput,
  SingleLogInput,
} from '../../../src/protocol/analysis';
import { InputError } from '../../../src/protocol/input-error';
import { temporaryFolder } from '../temporary-folder';
import { builtWorker } from './built-worker';

const folder = temporaryFolder();
const told: AnalysisProgress[] = [];
let client: AnalysisWorkerClient;

beforeAll(async () => {
  const workerPath = await builtWorker(folder);
  client = new AnalysisWorkerClient({ workerPath, onProgress: (snapshot) => told.push(snapshot) });
});

afterAll(() => client.dispose());

const minute = (i: number) => `2026-04-02 0${6 + Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}:00`;
const firstHour = [...Array(60).keys()].map((i) => `${minute(i)} INFO ferry ${i} left the pier`);
const calm = [...firstHour, `${minute(60)} INFO tide table renewed`];
const troubled = [60, 61, 62].map((i) => `${minute(i)} INFO ferry ${i} left the pier`);
troubled.push(
  `${minute(63)} ERROR engine of ferry 63 failed: no oil`,
  `${minute(64)} INFO ferry 64 left the pier`,
);
const nanoseconds = (time: string) => `${BigInt(Date.parse(time)) * 1_000_000n}`;
const endOfFirstHour = nanoseconds('2026-04-02T06:59:59Z');

function fileOf(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  return path;
}

function compare(input: LogInput, good: GoodLogs) {
  const request: CompareRequest = { input, good };
  return client.compare(request);
}

const file = (path: string): SingleLogInput => ({ kind: 'file', path, encoding: 'utf8' });

describe('compare', () => {
  it('holds a file against a good one: excerpts of the lines, and where what vanished stood', async () => {
    const [good, bad] = [fileOf('calm.log', calm), fileOf('bad.log', troubled)];
    const report = await compare(file(bad), { kind: 'files', paths: [good] });
    expect(report.findings).toMatchObject([
      {
        line: 4,
        endLine: 4,
        kind: 'new',
        excerpt: troubled[3],
        message: 'engine of ferry 63 failed: no oil',
      },
    ]);
    expect(report.vanished).toMatchObject([{ source: 1, line: 61, count: 1, excerpt: calm[60] }]);
    expect(report.totals).toMatchObject({ new: 1, shifted: 0, vanished: 1 });
    expect(report.sources.map(({ path }) => path)).toEqual([bad, good]);
    expect(report.file).not.toBeNull();
  });

  const inputs = {
    'a file': async (lines: readonly string[]) => file(fileOf('both.log', lines)),
    'a text': async (lines: readonly string[]): Promise<SingleLogInput> => {
      await client.pushText(`${lines.join('\n')}\n`);
      return { kind: 'text', name: 'Untitled-1' };
    },
  };
  it.each(Object.entries(inputs))(
    'holds %s against its own past, by the line numbers of all of it',
    async (_, inputOf) => {
      const input = await inputOf([...firstHour, ...troubled]);
      told.length = 0;
      const report = await compare(input, { kind: 'window', from: null, until: endOfFirstHour });
      expect(report.findings).toMatchObject([{ source: 0, line: 64, tellingLine: 64, excerpt: troubled[3] }]);
      expect(report.sources).toMatchObject([
        { firstLine: 61, lastLine: 65 },
        { firstLine: 1, lastLine: 60 },
      ]);
      const percents = told.map(({ percent }) => percent);
      expect(percents).toEqual(percents.toSorted((a, b) => a - b));
      expect(percents.at(-1)).toBe(100);
    },
  );

  const sets = [
    { name: 'plain files', write: fileOf },
    {
      name: 'a packed file and one without a last line end',
      write: (name: string, lines: readonly string[]) => {
        const path = join(folder, name.endsWith('.1') ? `${name}.gz` : name);
        const text = lines.join('\n');
        writeFileSync(path, path.endsWith('.gz') ? gzipSync(text) : text);
        return path;
      },
    },
  ];
  it.each(sets)(
    'holds a rotated set against its own past, by lines through all: $name',
    async ({ write }) => {
      const paths = [
        write('set.log.1', firstHour.slice(0, 40)),
        write('set.log', [...firstHour.slice(40), ...troubled]),
      ];
      const input: LogInput = { kind: 'files', files: paths.map((path) => ({ path, encoding: undefined })) };
      const report = await compare(input, { kind: 'window', from: null, until: endOfFirstHour });
      expect(report.findings).toMatchObject([{ source: 0, line: 64, tellingLine: 64, excerpt: troubled[3] }]);
      expect(report.sources).toMatchObject([
        { path: paths[1], firstLine: 61, lastLine: 65 },
        { path: paths[1], firstLine: 1, lastLine: 60 },
      ]);
    },
  );

  const refused = [
    { name: 'a window without records', until: nanoseconds('2026-04-01T00:00:00Z'), told: 'no record' },
    {
      name: 'a window that takes in all',
      until: nanoseconds('2026-04-03T00:00:00Z'),
      told: 'nothing behind',
    },
  ];
  it.each(refused)('refuses $name', async ({ until, told: sentence }) => {
    const input = file(fileOf('refused.log', [...firstHour, ...troubled]));
    const answer = compare(input, { kind: 'window', from: null, until });
    await expect(answer).rejects.toThrow(sentence);
    await expect(answer).rejects.toBeInstanceOf(InputError);
  });

  it('leaves the log analysed last as it was', async () => {
    const input = file(fileOf('kept.log', troubled));
    const { templates } = await client.analyse({ input, baselines: [], from: null, until: null });
    await compare(file(fileOf('bad.log', troubled)), { kind: 'files', paths: [fileOf('calm.log', calm)] });
    const [{ id: template, count }] = templates;
    expect((await client.linesOfTemplate({ template, offset: 0, limit: 1 })).total).toBe(count);
  });
});

describe('rotatedFiles', () => {
  it('names the files of a rotated log, oldest first', async () => {
    const paths = ['pier.log.2', 'pier.log.1', 'pier.log'].map((name) => fileOf(name, calm));
    expect(await client.rotatedFiles(paths[2])).toEqual(paths);
  });
});
