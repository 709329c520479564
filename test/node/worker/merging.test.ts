import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LinesWorkerClient } from '../../../src/node/lines/lines-worker-client';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type { Row } from '../../../src/protocol/log-lines';
import { temporaryFolder } from '../temporary-folder';
import { builtThread, builtWorker } from './built-worker';

const folder = temporaryFolder();
let workerPath: string;
let client: AnalysisWorkerClient;

beforeAll(async () => {
  workerPath = await builtWorker(folder);
  client = new AnalysisWorkerClient({ workerPath });
});

afterAll(() => client.dispose());

const second = (seconds: number, text: string) =>
  `2031-02-03T07:00:${String(seconds).padStart(2, '0')}Z INFO ${text}\n`;
const kiln = [second(0, 'kiln lit'), second(20, 'kiln hot'), '  at 900 degrees\n', second(40, 'kiln out')];
const cart = [second(10, 'cart loaded'), second(30, 'cart emptied')];

function file(name: string, content: string | Uint8Array): { path: string; encoding: undefined } {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { path, encoding: undefined };
}

const files = () => [file('kiln.log', kiln.join('')), file('cart.log.gz', gzipSync(cart.join('')))];
const inOrder = [0, 4, 1, 2, 5, 3];

async function orderOf(clockOffsets: readonly number[] = []): Promise<readonly number[]> {
  const { order } = await client.mergeOrder({ clockOffsets });
  expect(order).toBeInstanceOf(SharedArrayBuffer);
  return [...new Uint32Array(order)];
}

describe('of logs that were read without being judged', () => {
  it('the order of time is known', async () => {
    const { sources } = await client.readLines({ files: files() });
    expect(sources.map(({ lines }) => lines)).toEqual([4, 2]);
    expect(await orderOf()).toEqual(inOrder);
    expect(await orderOf([0, 15_000])).toEqual([0, 1, 2, 4, 3, 5]);
  });

  it('the longest gaps and the line of a time are known', async () => {
    await client.readLines({ files: files() });
    const [gap] = await client.longestGaps({ limit: 1, clockOffsets: [0, -5000] });
    expect(gap).toEqual({ before: 4, after: 1, milliseconds: 15_000, source: 0, line: 2 });
    const nanoseconds = `${BigInt(Date.parse('2031-02-03T07:00:05Z')) * 1_000_000n}`;
    expect(await client.lineOfTime({ nanoseconds })).toBe(4);
    expect(await client.lineOfTime({ nanoseconds: '9'.repeat(19) })).toBeNull();
  });

  it('what was appended since is left out where so many bytes count', async () => {
    const growing = file('growing.log', kiln.join(''));
    const { sources } = await client.readLines({ files: [{ ...growing, mostBytes: kiln[0].length }] });
    expect(sources).toMatchObject([{ lines: 1, file: { size: kiln[0].length } }]);
  });

  it('a file that is not there is told', async () => {
    const missing = { path: join(folder, 'missing.log'), encoding: undefined };
    await expect(client.readLines({ files: [missing] })).rejects.toMatchObject({ code: 'missing' });
  });
});

describe('of logs that were analysed', () => {
  it('the order is the same', async () => {
    await client.analyse({
      input: { kind: 'files', files: files() },
      baselines: [],
      from: null,
      until: null,
    });
    expect(await orderOf()).toEqual(inOrder);
  });
});

describe('a merged log is shown', () => {
  it('in that order, each row by its own file', async () => {
    const lines = new LinesWorkerClient({ workerPath: await builtThread(folder, 'lines/lines-worker.ts') });
    try {
      const sources = files().map((one) => ({ kind: 'file' as const, ...one }));
      await lines.open({ sources });
      await lines.indexed();
      await client.readLines({ files: files() });
      const { order } = await client.mergeOrder({ clockOffsets: [] });
      expect(await lines.show({ lines: null, context: null, folds: null, order })).toMatchObject({ rows: 6 });
      const { rows } = await lines.page({ start: { kind: 'row', row: 0 as Row }, before: 0, rows: 10 });
      expect(rows.map(({ source, number }) => `${source}:${number}`)).toEqual([
        '0:1',
        '1:1',
        '0:2',
        '0:3',
        '1:2',
        '0:4',
      ]);
    } finally {
      await lines.dispose();
    }
  });
});

describe('a merged log is written', () => {
  const target = (name: string) => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    return { path: join(path, 'merged.log'), left: () => readdirSync(path) };
  };

  it('with the name of its log before each line', async () => {
    const { path } = target('whole');
    await client.readLines({ files: files() });
    await client.exportMerged({ path, names: ['kiln', 'cart'], clockOffsets: [] });
    const lines = [...kiln.map((line) => `kiln | ${line}`), ...cart.map((line) => `cart | ${line}`)];
    expect(readFileSync(path, 'utf8')).toBe(inOrder.map((line) => lines[line]).join(''));
  });

  it('and nothing is left of one that was cancelled', async () => {
    const { path, left } = target('cancelled');
    const many = Array.from({ length: 60_000 }, (_, i) => second(i % 60, `brick ${i} laid`)).join('');
    await client.readLines({ files: [file('bricks.log', many)] });
    const abort = new AbortController();
    const writing = client.exportMerged({ path, names: ['bricks'], clockOffsets: [] }, abort.signal);
    abort.abort();
    await expect(writing).rejects.toBe(abort.signal.reason);
    expect(left()).toEqual([]);
  });

  it('but not over one of its logs', async () => {
    const [{ path }] = files();
    await client.readLines({ files: files() });
    const writing = client.exportMerged({ path, names: ['kiln', 'cart'], clockOffsets: [] });
    await expect(writing).rejects.toMatchObject({ code: 'merge-onto-log' });
    expect(readFileSync(path, 'utf8')).toBe(kiln.join(''));
  });
});
