import { linkSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { usualWindows } from '../../../src/engine/dataset/export/export-settings';
import { sequence } from '../../../src/engine/dataset/formats/sequence';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { englishInstructions } from '../../../src/engine/dataset/instructions/english';
import { usualShares } from '../../../src/engine/dataset/split/split';
import { analyseLogs, type FinishedAnalysis } from '../../../src/node/analyse-logs';
import { DatasetFile } from '../../../src/node/datasets/dataset-file';
import { exportDataset } from '../../../src/node/datasets/export-dataset';
import type { ExportTask } from '../../../src/node/datasets/export-task';
import { labelRanges } from '../../../src/node/datasets/label-ranges';
import { openLogFile } from '../../../src/node/files/log-file';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const path = join(folder, 'shop.log');
let finished: FinishedAnalysis;

beforeAll(async () => {
  writeFileSync(path, generateShopLog({ seed: 3, records: 3_000 }).text);
  finished = await analyseLogs({ logs: [await openLogFile(path)] });
});
afterAll(() => finished.sources[0].close());
afterEach(() => vi.restoreAllMocks());

function taskOf(more: Partial<ExportTask>): ExportTask {
  return {
    ...{ finished, paths: [path], storeFiles: [], labels: undefined, stored: [], takesFindings: true },
    ...{ format: sequence, instructions: englishInstructions, language: 'en', maxTokens: null },
    settings: {
      unit: usualWindows,
      shares: usualShares,
      balances: false,
      labelledOnly: false,
      splitBy: 'random',
      seed: 1,
    },
    say: ({ pattern }) => pattern,
    ...{ redacts: true, out: join(folder, 'out'), replaces: false, version: '0.0.0', command: [] },
    signal: new AbortController().signal,
    ...more,
  };
}

/** Aborts when others have had their turn so many times: each stop of an export is one. */
function abortedAfter(turns: number): AbortSignal {
  const control = new AbortController();
  const take = (left: number) => (left === 0 ? control.abort() : setImmediate(take, left - 1));
  take(turns);
  return control.signal;
}

const labels = (text: string) => {
  const file = join(folder, 'labels.jsonl');
  writeFileSync(file, text);
  return labelRanges(file).then((read) => ({ ...read, path: file }));
};

describe('a data card', () => {
  const named = '203.0.113.9.log';

  test.each([
    ['tells no name that is masked in the sequences', true],
    ['tells names as they are where nothing is masked', false],
  ])('%s', async (_, redacts) => {
    const [source, out] = [join(folder, String(redacts), named), join(folder, `card-${redacts}`)];
    mkdirSync(dirname(source));
    linkSync(path, source);
    const command = ['oddline', 'export', named, '--seed', '1'];
    const { card } = await exportDataset(taskOf({ paths: [source], command, redacts, out }));
    const shown = redacts ? '<IP_1>.log' : named;
    expect(card.sources.map(({ name }) => name)).toEqual([shown]);
    expect(card.command).toEqual(['oddline', 'export', shown, '--seed', '1']);
    expect(card.masking.inCommand).toBe(redacts ? true : undefined);
    expect(readFileSync(join(out, 'data-card.md'), 'utf8').includes('203.0.113')).toBe(!redacts);
  });

  test('says when a log was last changed whose times name no year, as that decides them', async () => {
    const source = join(folder, 'no-year.log');
    writeFileSync(source, readFileSync(path, 'utf8').replace(/^\d{4}-(\d\d-\d\d)[T ]/gm, '$1 '));
    utimesSync(source, 1_700_000_000, 1_700_000_000);
    const read = await analyseLogs({ logs: [await openLogFile(source)] });
    const { card } = await exportDataset(
      taskOf({ finished: read, paths: [source], out: join(folder, 'card-year') }),
    );
    read.sources[0].close();
    expect(card.sources).toMatchObject([{ name: 'no-year.log', modified: '2023-11-14T22:13:20Z' }]);
    expect(readFileSync(join(folder, 'card-year', 'train.jsonl'), 'utf8')).not.toBe('');
    const dated = await exportDataset(taskOf({ out: join(folder, 'card-dated') }));
    expect(dated.card.sources[0]).not.toHaveProperty('modified');
  });

  test('keeps what names hold on the line of the command', async () => {
    const out = join(folder, 'card-line');
    await exportDataset(taskOf({ command: ['oddline', 'export', 'a`\n\n<img src=x>.log'], out }));
    const lines = readFileSync(join(out, 'data-card.md'), 'utf8').split('\n');
    expect(lines.some((line) => line.startsWith('<img'))).toBe(false);
  });
});

describe('an export that comes to nothing leaves nothing behind', () => {
  interface Case {
    readonly says: string;
    readonly task: () => Partial<ExportTask> | Promise<Partial<ExportTask>>;
    readonly told: RegExp;
  }
  const cases: readonly Case[] = [
    {
      says: 'cancelled before it began',
      task: () => ({ signal: AbortSignal.abort() }),
      told: /was cancelled/,
    },
    {
      says: 'cancelled when all was written but the card',
      task: () => {
        const control = new AbortController();
        return {
          signal: control.signal,
          say({ pattern }) {
            control.abort();
            return pattern;
          },
        };
      },
      told: /was cancelled/,
    },
    {
      says: 'on a disk that fills up',
      task: () => {
        const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        vi.spyOn(DatasetFile.prototype, 'write').mockRejectedValueOnce(full);
        return {};
      },
      told: /The disk of .* is full, so nothing was written\. Free some space/,
    },
    {
      says: 'on a disk that fills up when all is written but the card',
      task: () => {
        const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        const write = DatasetFile.prototype.write;
        vi.spyOn(DatasetFile.prototype, 'write').mockImplementation(function (this: DatasetFile, text) {
          return this.name === 'data-card.json' ? Promise.reject(full) : write.call(this, text);
        });
        return {};
      },
      told: /The disk of .* is full/,
    },
    {
      says: 'into a folder that may only be read',
      task: () => {
        const forbidden = Object.assign(new Error('read-only'), { code: 'EROFS' });
        vi.spyOn(DatasetFile, 'begin').mockRejectedValueOnce(forbidden);
        return {};
      },
      told: /may not be written to by you\. Ask for write permission/,
    },
    {
      says: 'onto its own log',
      task: () => ({ paths: [path], out: path }),
      told: /is a file\. Name a folder/,
    },
    {
      says: 'with labels that changed since they were read',
      task: async () => {
        const read = await labels('{"line":9,"label":1}\n');
        return { labels: { ...read, state: { size: 1, modifiedMs: 1, inode: 1 } } };
      },
      told: /labels\.jsonl changed while it was exported/,
    },
    {
      says: 'with labels that have gone',
      task: async () => ({
        labels: { ...(await labels('{"line":9,"label":1}\n')), path: join(folder, 'gone.jsonl') },
      }),
      told: /gone\.jsonl cannot be read any more .* Put it back/,
    },
    {
      says: 'of a log that has gone since it was analysed',
      task: () => ({ paths: [join(folder, 'gone.log')] }),
      told: /gone\.log cannot be read any more .* Put it back/,
    },
  ];

  test.each(cases)('$says', async ({ task, told }) => {
    const named = await task();
    const before = readdirSync(folder);
    await expect(exportDataset(taskOf(named))).rejects.toThrow(told);
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each(['windows', 'sessions'] as const)('cancelled in any step, of %s', async (kind) => {
    const unit = kind === 'windows' ? usualWindows : { kind };
    const settings = {
      unit,
      shares: usualShares,
      balances: true,
      labelledOnly: false,
      splitBy: 'random',
      seed: 1,
    } as const;
    const before = readdirSync(folder);
    let cancelled = 0;
    for (let turns = 0; ; turns += 1 + (turns >> 2)) {
      const out = join(folder, `${kind}-${turns}`);
      const task = taskOf({ settings, out, signal: abortedAfter(turns) });
      const told = await exportDataset(task).then(() => 'whole', String);
      if (told === 'whole') break;
      expect(told).toMatch(/was cancelled/);
      expect(readdirSync(folder)).toEqual(before);
      cancelled++;
    }
    expect(cancelled).toBeGreaterThan(5);
  });

  // The last: nothing can be exported of it any more.
  test('of a log that changed since it was analysed', async () => {
    writeFileSync(path, 'another\n', { flag: 'a' });
    const before = readdirSync(folder);
    await expect(exportDataset(taskOf({}))).rejects.toThrow(/changed while it was exported/);
    expect(readdirSync(folder)).toEqual(before);
  });
});
