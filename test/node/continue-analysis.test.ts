import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generateShopLog } from '../../src/engine/dataset/generator/shop-log';
import { analyseLogs, type FinishedAnalysis } from '../../src/node/analyse-logs';
import { continueAnalysis } from '../../src/node/continue-analysis';
import { openLogFile } from '../../src/node/files/log-file';
import type { ReadableLog } from '../../src/node/files/readable-log';

const folder = mkdtempSync(join(tmpdir(), 'oddline-continue-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { text } = generateShopLog({ seed: 8 });
const opened: ReadableLog[] = [];
afterAll(() => Promise.all(opened.map((log) => log.close())));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function analyse(path: string, encoding?: string): Promise<FinishedAnalysis> {
  const log = await openLogFile(path, { encoding });
  opened.push(log);
  return analyseLogs({ logs: [log] });
}

const resultOf = ({ analysis: { aliases: _, ...rest } }: FinishedAnalysis) => rest;

describe('a file that has grown', () => {
  it.each([
    ['in the middle of a line', 70_013],
    ['of fewer lines than decide a format', 900],
    ['from nothing', 0],
  ])('%s is read on from where it ended', async (_, cut) => {
    const path = fileOf(`grown-${cut}.log`, text.slice(0, cut));
    const former = await analyse(path);
    appendFileSync(path, text.slice(cut));
    const next = await continueAnalysis(former, {});
    if ('pattern' in next) throw new Error(next.pattern);
    opened.push(...next.sources);
    expect(resultOf(next)).toEqual(resultOf(await analyse(path)));
    expect(next.session).toBe(former.session);
  });

  it('can be cancelled; then it is read from the start', async () => {
    const path = fileOf('cancelled.log', text.slice(0, 200_000));
    const former = await analyse(path);
    appendFileSync(path, text.slice(200_000));
    await expect(
      continueAnalysis(former, { signal: AbortSignal.abort(new Error('enough')) }),
    ).rejects.toThrow('enough');
    expect(await continueAnalysis(former, {})).toHaveProperty('pattern');
  });
});

describe('reading from the start is asked for, with the reason', () => {
  const cases: { name: string; reason: string; change: (path: string) => void }[] = [
    { name: 'cut', reason: 'became shorter', change: (path) => truncateSync(path, 100) },
    {
      name: 'cut and grown beyond its size',
      reason: 'has changed',
      change: (path) => writeFileSync(path, `another beginning\n${text}`),
    },
    {
      name: 'rotated',
      reason: 'another file',
      change: (path) => {
        renameSync(path, `${path}.1`);
        writeFileSync(path, text);
      },
    },
  ];
  it.each(cases)('$name', async ({ name, reason, change }) => {
    const path = fileOf(`${name}.log`, text.slice(0, 5000));
    const former = await analyse(path);
    const before = resultOf(former);
    change(path);
    expect(await continueAnalysis(former, {})).toMatchObject({ pattern: expect.stringContaining(reason) });
    expect(resultOf(former)).toEqual(before);
  });

  it('a character of another encoding cut in two', async () => {
    const bytes = Buffer.from(text.slice(0, 200_000), 'utf16le');
    const path = fileOf('cut-character.log', bytes.subarray(0, -1));
    const former = await analyse(path, 'utf16le');
    appendFileSync(path, bytes.subarray(-1));
    expect(await continueAnalysis(former, {})).toMatchObject({
      pattern: expect.stringContaining('a character'),
    });
  });
});
