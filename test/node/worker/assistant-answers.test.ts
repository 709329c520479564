import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateQuietLog, generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { LineNumber } from '../../../src/engine/model/units';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type { AnalyseRequest, LogInput } from '../../../src/protocol/analysis';
import type { ToolRequest } from '../../../src/protocol/assistant-log';
import { temporaryFolder } from '../temporary-folder';
import { builtWorker } from './built-worker';

const folder = temporaryFolder();
const { text, incidents } = generateShopLog({ seed: 4, records: 2500 });
const lines = text.split('\n');
const trouble = incidents[0];
const path = (name: string) => join(folder, `${name}.log`);
let client: AnalysisWorkerClient;

beforeAll(async () => {
  client = new AnalysisWorkerClient({ workerPath: await builtWorker(folder) });
  writeFileSync(path('shop'), text);
  writeFileSync(path('early'), `${lines.slice(0, 700).join('\n')}\n`);
  writeFileSync(path('late'), lines.slice(700).join('\n'));
  writeFileSync(path('quiet'), generateQuietLog({ seed: 5, records: 2500 }).text);
});
afterAll(() => client.dispose());

function analyse(input: LogInput, more: Partial<AnalyseRequest> = {}) {
  return client.analyse({ input, baselines: [], from: null, until: null, ...more });
}

const file = (name: string) => ({ path: path(name), encoding: 'utf8' });
const whole = { kind: 'file' as const, ...file('shop') };
const parts = { kind: 'files' as const, files: [file('early'), file('late')] };
const use = (tool: ToolRequest['tool'], given: object): ToolRequest => ({
  tool,
  arguments: given,
  budget: 3000,
});

/** Numbers of the lines below each file's name, in order. */
function byFile(text: string, line: RegExp): [name: string, numbers: number[]][] {
  return text
    .split(/^file /m)
    .slice(1)
    .map((part) => [
      part.slice(0, part.indexOf(':\n')),
      [...part.matchAll(line)].map(([, number]) => Number(number)),
    ]);
}

describe('the thread of a log, asked for a model', () => {
  it('runs the tools', async () => {
    await analyse(whole);
    const { isError, text: answer } = await client.runTool(use('search_log', { text: 'exhausted' }));
    expect(isError).toBe(false);
    for (const [, number, shown] of answer.matchAll(/^L(\d+): (.*)$/gm))
      expect(lines[Number(number) - 1]).toBe(shown);
  });

  it('knows what a line says, its template and its values', async () => {
    const line = (lines.findIndex((one) => one.includes('exhausted')) + 1) as LineNumber;
    const [record, none] = await client.citedRecords([line, 9_999_999 as LineNumber]);
    expect(none).toBeNull();
    expect(record).toMatchObject({ firstLine: line, text: expect.stringContaining(lines[line - 1]) });
    expect(record?.lastLine).toBeGreaterThan(line);
    expect(record?.text.split('\n')).toEqual(
      lines.slice(line - 1, record?.lastLine).map((one) => one.replaceAll('\t', ' ')),
    );
    expect(record?.templateWords).toEqual(expect.arrayContaining(['connection', 'pool', 'exhausted']));
    expect(record?.parameters).toContain(/Order (\d+)/.exec(lines[line - 1])?.[1]);
  });

  it('compares with a good log, whose lines are cited by its letter, and says what hinders it', async () => {
    const good = { document: 'C', paths: [path('quiet')] };
    const request = { ...use('compare_logs', { good: 'quiet' }), good };
    const { text: answer } = await client.runTool(request);
    expect(answer).toMatch(/^new, \w+, L\d+/m);
    expect(await client.runTool(request)).toMatchObject({ text: answer });
    const missing = { ...request, good: { document: 'C', paths: [path('gone')] } };
    expect(await client.runTool(missing)).toMatchObject({
      isError: true,
      text: expect.stringContaining('gone.log'),
    });
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const asked = client.runTool(use('get_volume', {}), abort.signal);
    abort.abort();
    await expect(asked).rejects.toThrow();
  });

  it('packs the evidence of several files within one budget, by lines through all of them', async () => {
    await analyse(parts);
    const pack = await client.evidencePack({ budget: 1500, focus: null });
    expect(pack.tokens).toBeLessThanOrEqual(1500);
    const shown = [...pack.text.matchAll(/^(\d+): (.{1,60})/gm)];
    for (const [, number, beginning] of shown)
      expect(lines[Number(number) - 1]).toContain(beginning.trimStart());
    const numbers = shown.map(([, number]) => Number(number));
    expect(Math.min(...numbers)).toBeLessThanOrEqual(700);
    expect(Math.max(...numbers)).toBeGreaterThan(700);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(trouble.lines.some((line) => numbers.includes(line))).toBe(true);
  });

  it('packs what lines and times are asked about first', async () => {
    const focus = { firstLine: 701 as LineNumber, lastLine: 760 as LineNumber };
    const pack = await client.evidencePack({ budget: 800, focus });
    const numbers = [...pack.text.matchAll(/^(\d+): /gm)].map(([, number]) => Number(number));
    expect(numbers.filter((one) => one >= 701 && one <= 760).length).toBeGreaterThan(numbers.length / 3);
  });

  it('knows lines of several files as the editor counts them, compared as well', async () => {
    const [record] = await client.citedRecords([1000 as LineNumber]);
    expect(record?.text).toContain(lines[999]);
    const good = { document: 'B', paths: [path('quiet')] };
    const { text: answer, isError } = await client.runTool({
      ...use('compare_logs', { good: 'quiet' }),
      good,
    });
    expect(isError).toBe(false);
    for (const [, number, shown] of answer.matchAll(/^L(\d+): (.{1,80})/gm))
      expect(lines[Number(number) - 1].startsWith(shown)).toBe(true);
  });

  it('tells of several files which one a line is in, and where', async () => {
    const [before, after] = await client.citedRecords([700 as LineNumber, 1000 as LineNumber]);
    expect(before?.file).toMatchObject({ name: 'early.log', line: before?.firstLine });
    expect(after?.file).toMatchObject({ name: 'late.log', line: (after?.firstLine ?? 0) - 700 });
    const { text: overview } = await client.runTool(use('get_overview', {}));
    expect(overview).toContain('(L1 to L700)');
    expect(overview).toContain(`(L701 to L${lines.length - 1})`);
    expect(overview).toContain('not by the numbers');
    const { text: pack } = await client.evidencePack({ budget: 1500, focus: null });
    for (const [heading, numbers] of byFile(pack, /^(\d+): /gm))
      expect(numbers.every((one) => (heading === 'early.log' ? one <= 700 : one > 700))).toBe(true);
    const found = await client.runTool(use('search_log', { text: 'exhausted', context: 1 }));
    const files = byFile(found.text, /^L(\d+): /gm);
    expect(files.length).toBeGreaterThan(0);
    for (const [heading, numbers] of files)
      expect(numbers.every((one) => (heading === 'early.log' ? one <= 700 : one > 700))).toBe(true);
  });

  it('gives lines of a file by their own numbers, to be cited by those that count through all', async () => {
    const answer = await client.runTool(use('get_lines', { file: 'late.log', first: 300, last: 301 }));
    expect(answer.text).toContain(`file late.log:\nL1000: ${lines[999]}\nL1001: ${lines[1000]}`);
    const missing = await client.runTool(use('get_lines', { file: 'noon.log', first: 1 }));
    expect(missing).toMatchObject({ isError: true, text: expect.stringContaining('no file "noon.log"') });
    const beyond = await client.runTool(use('get_lines', { file: 'early.log', first: 701 }));
    expect(beyond.text).toBe('The file has 700 lines: there is no line 701.');
  });

  it('knows lines of logs that were only read, but runs no tool on them', async () => {
    const other = new AnalysisWorkerClient({ workerPath: join(folder, 'worker-analysis-worker-ts.js') });
    try {
      await other.readLines({ files: [{ path: path('quiet'), encoding: undefined }] });
      expect((await other.citedRecords([5 as LineNumber]))[0]?.firstLine).toBe(5);
      await expect(other.runTool(use('get_overview', {}))).rejects.toThrow('Nothing has been analysed yet.');
    } finally {
      other.dispose();
    }
  });
});
