import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { generateQuietLog, generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { TemplateId } from '../../../src/engine/model/units';
import { AnalysisWorkerClient, WorkerCrashedError } from '../../../src/node/worker/analysis-worker-client';
import type { AnalyseRequest, AnalysisProgress, LogInput } from '../../../src/protocol/analysis';
import { findingsTotal } from '../../../src/protocol/overview';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const built = join(folder, 'analysis-worker.js');
const shop = generateShopLog({ seed: 1 });
const clients: AnalysisWorkerClient[] = [];

beforeAll(async () => {
  const entry = resolve(import.meta.dirname, '../../../src/node/worker/analysis-worker.ts');
  await build({
    entryPoints: [entry],
    outfile: built,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
});

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

function start(
  workerPath = built,
  onProgress?: (snapshot: AnalysisProgress) => void,
  cancelGraceMs = 20_000,
) {
  const client = new AnalysisWorkerClient({ workerPath, onProgress, cancelGraceMs });
  clients.push(client);
  return client;
}

function fileOf(name: string, content: string | Uint8Array): LogInput {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { kind: 'file', path, encoding: 'utf8' };
}

const request = (input: LogInput, more: Partial<AnalyseRequest> = {}): AnalyseRequest => ({
  input,
  baselines: [],
  from: null,
  until: null,
  ...more,
});

describe('correctTemplates', () => {
  it('judges by corrected templates without reading the file again, and gives back what was', async () => {
    const client = start();
    const input = fileOf('corrected.log', shop.text);
    const before = await client.analyse(request(input));
    const [first, second] = before.templates;
    const corrections = [
      { kind: 'merge', patterns: [first.pieces, second.pieces] },
      { kind: 'name', pattern: before.templates[2].pieces, name: 'Third' },
    ] as const;
    const after = await client.correctTemplates({ corrections });
    expect(after.corrections).toEqual([{ state: 'applied' }, { state: 'applied' }]);
    expect(after.overview.lines).toBe(before.overview.lines);
    const merged = after.templates.find(({ id }) => id === Math.min(first.id, second.id));
    expect(merged?.count).toBe(first.count + second.count);
    expect(after.templates.map(({ name }) => name)).toContain('Third');
    const lines = await client.linesOfTemplate({ template: first.id, offset: 0, limit: 1 });
    expect(lines.total).toBe(first.count + second.count);
    const anew = await start().analyse(request(input, { templateCorrections: corrections }));
    expect({ ...anew, seconds: 0, aliases: after.aliases }).toEqual({ ...after, seconds: 0 });
    expect(after.aliases).toEqual([{ younger: second.id, older: first.id }]);
    const undone = await client.correctTemplates({ corrections: [] });
    expect({ ...undone, seconds: 0 }).toEqual({ ...before, seconds: 0 });
  });

  it('says which words stand at a position', async () => {
    const client = start();
    const rows = ['ada', 'ben', 'cho', 'ben'].map((user) => `level 7 reached by user ${user} at last`);
    const { templates } = await client.analyse(request(fileOf('pilots.log', rows.join('\n'))));
    const [{ id: template, parameters }] = templates;
    expect(templates).toHaveLength(1);
    expect(await client.wordsOfTemplate({ template, position: parameters[1].position })).toEqual([
      { word: 'ben', records: 2 },
      { word: 'ada', records: 1 },
      { word: 'cho', records: 1 },
    ]);
  });

  it('reads on what was appended; a file that was replaced is read from the start, which is said', async () => {
    const client = start();
    const input = fileOf('followed.log', shop.text.slice(0, 90_000));
    await client.analyse(request(input));
    fileOf('followed.log', shop.text);
    const grown = await client.readOn();
    expect(grown.startedAnew).toBeNull();
    const { aliases: _, ...whole } = await start().analyse(request(input));
    expect({ ...grown.report, seconds: 0 }).toMatchObject({ ...whole, seconds: 0 });
    fileOf('followed.log', shop.text.slice(90_000));
    const { startedAnew, report } = await client.readOn();
    expect(startedAnew?.pattern).toContain('shorter');
    expect(report.sources[0].bytes).toBe(Buffer.byteLength(shop.text.slice(90_000)));
  });

  it('says what the values of a template look like', async () => {
    const client = start();
    const rows = [10, 20, 20, 40].map((ms) => `level 7 reached after ${ms}ms`);
    const { templates } = await client.analyse(request(fileOf('levels.log', rows.join('\n'))));
    const { records, lookedAt, parameters } = await client.parameterSummaries({ template: templates[0].id });
    expect({ records, lookedAt }).toEqual({ records: 4, lookedAt: 4 });
    expect(parameters.at(-1)).toMatchObject({ distinct: 3, numbers: { unit: 's', min: 0.01, max: 0.04 } });
  });

  it('says so where nothing was analysed', async () => {
    await expect(start().correctTemplates({ corrections: [] })).rejects.toThrow(
      'Nothing has been analysed yet.',
    );
  });
});

describe('analyse', () => {
  it('reports a file: findings with their text, and the file as it was', async () => {
    const report = await start().analyse(request(fileOf('shop.log', shop.text)));
    const lines = shop.text.split('\n');
    expect(report.verdict).toBe('findings');
    expect(findingsTotal(report)).toBe(report.findings.length);
    for (const { line, excerpt } of report.findings) expect(excerpt).toBe(lines[line - 1].slice(0, 300));
    expect(report.strangest).toHaveLength(20);
    expect(report.file).toMatchObject({ size: shop.text.length, inode: expect.any(Number) });
    expect(report.seconds).toBeGreaterThan(0);
  });

  it('gives the same findings for a file, its packed form and the text of a document', async () => {
    const client = start();
    const reports = [await client.analyse(request(fileOf('a.log', shop.text)))];
    reports.push(await client.analyse(request(fileOf('a.log.gz', gzipSync(shop.text)))));
    for (let at = 0; at < shop.text.length; at += 99_999)
      await client.pushText(shop.text.slice(at, at + 99_999));
    reports.push(await client.analyse(request({ kind: 'text', name: 'untitled' })));
    expect(reports[1].findings).toEqual(reports[0].findings);
    expect(reports[2].findings).toEqual(reports[0].findings);
    expect(reports[2].file).toBeNull();
  });

  it('answers an empty file with a quiet report', async () => {
    const report = await start().analyse(request(fileOf('empty.log', '')));
    expect(report).toMatchObject({ verdict: 'quiet', findings: [], overview: { lines: 0, records: 0 } });
  });

  it('tells its progress to the end', async () => {
    const told: AnalysisProgress[] = [];
    const client = start(built, (snapshot) => told.push(snapshot));
    const { overview } = await client.analyse(request(fileOf('p.log', shop.text)));
    expect(told.at(-1)).toEqual({ phase: 'scoring', percent: 100, lines: overview.lines });
  });

  it('brings bad input back as what it is, and goes on', async () => {
    const client = start();
    const missing: LogInput = { kind: 'file', path: join(folder, 'none.log'), encoding: 'utf8' };
    const input = fileOf('good.log', shop.text);
    await expect(client.analyse(request(missing))).rejects.toMatchObject({
      name: 'InputError',
      code: 'missing',
    });
    await expect(client.analyse(request(input, { baselines: [folder] }))).rejects.toMatchObject({
      code: 'folder',
    });
    expect(client.dead).toBe(false);
    expect((await client.analyse(request(input))).verdict).toBe('findings');
  });

  it('takes a baseline for normal and keeps to a time range', async () => {
    const client = start();
    const input = fileOf('shop.log', shop.text);
    const baseline = (fileOf('good.log', generateQuietLog({ seed: 2 }).text) as { path: string }).path;
    const all = await client.analyse(request(input, { baselines: [baseline] }));
    expect(all.sources.map(({ role }) => role)).toEqual(['log', 'baseline']);
    expect(all.findings.every(({ source }) => source === 0)).toBe(true);
    const from = all.findings[3].time;
    const later = await client.analyse(request(input, { from }));
    expect(later.findings.every(({ time }) => BigInt(time ?? 0) >= BigInt(from ?? 0))).toBe(true);
  });
});

describe('linesOfTemplate', () => {
  it('pages through the lines of one template', async () => {
    const client = start();
    const { templates } = await client.analyse(request(fileOf('shop.log', shop.text)));
    const [template] = templates.toSorted((a, b) => b.count - a.count);
    const ask = (offset: number, limit: number) =>
      client.linesOfTemplate({ template: template.id, offset, limit });
    const all = await ask(0, template.count);
    expect(all.total).toBe(template.count);
    expect((await ask(2, 3)).lines).toEqual(all.lines.slice(2, 5));
    expect((await ask(template.count, 5)).lines).toEqual([]);
    const lines = shop.text.split('\n');
    for (const { line, excerpt } of all.lines) expect(excerpt).toBe(lines[line - 1].slice(0, 300));
  });

  it('before any analysis is an error', async () => {
    const question = { template: 0 as TemplateId, offset: 0, limit: 1 };
    await expect(start().linesOfTemplate(question)).rejects.toThrow('Nothing has been analysed yet');
  });
});

describe('the end of a worker', () => {
  const workerOf = (name: string, code: string) => {
    const path = join(folder, `${name}.js`);
    writeFileSync(path, code);
    return path;
  };
  const input: LogInput = { kind: 'text', name: 'untitled' };

  it('a cancelled analysis stops, and the worker is ready for the next', async () => {
    const controller = new AbortController();
    const client = start(built, () => controller.abort());
    const large = fileOf('large.log', shop.text.repeat(30));
    await expect(client.analyse(request(large), controller.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(client.dead).toBe(false);
    expect((await client.analyse(request(fileOf('shop.log', shop.text)))).verdict).toBe('findings');
  });

  it('a worker that does not hear the cancellation is ended', async () => {
    const deaf = workerOf(
      'deaf',
      "require('node:worker_threads').parentPort.on('message', () => { for (;;); });",
    );
    const client = start(deaf, undefined, 100);
    const controller = new AbortController();
    const report = client.analyse(request(input), controller.signal);
    controller.abort();
    await expect(report).rejects.toMatchObject({ name: 'AbortError' });
    expect(client.dead).toBe(true);
  });

  it.each([
    ['throws', "setTimeout(() => { throw new Error('on purpose'); }, 10);", /on purpose/],
    ['exits', 'setTimeout(() => process.exit(7), 10);', /code 7/],
    ['cannot be loaded', 'this is no program', /Unexpected/],
  ])('a worker that %s rejects what waits, and every later call', async (name, code, message) => {
    const listening = "require('node:worker_threads').parentPort.on('message', () => undefined);";
    const client = start(workerOf(name, `${listening}\n${code}`));
    const error = await client.analyse(request(input)).catch((reason) => reason);
    expect(error).toBeInstanceOf(WorkerCrashedError);
    expect(error.message).toMatch(message);
    expect(client.dead).toBe(true);
    await expect(client.pushText('x')).rejects.toBe(error);
  });

  it('dispose rejects what waits', async () => {
    const client = start();
    const report = client.analyse(request(fileOf('large.log', shop.text.repeat(30))));
    client.dispose();
    await expect(report).rejects.toThrow('given up');
  });
});
