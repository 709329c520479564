import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, expect, it } from 'vitest';
import { run } from '../../../scripts/child-process.mjs';
import { installPythonPackages, pythonMissing } from '../../../scripts/live/python-packages.mjs';
import { usualWindows } from '../../../src/engine/dataset/export/export-settings';
import { datasetFormats } from '../../../src/engine/dataset/formats/formats';
import { chineseInstructions } from '../../../src/engine/dataset/instructions/chinese';
import { usualShares } from '../../../src/engine/dataset/split/split';
import { analyseLogs } from '../../../src/node/analyse-logs';
import { exportDataset } from '../../../src/node/datasets/export-dataset';
import { labelRanges } from '../../../src/node/datasets/label-ranges';
import { openLogFile } from '../../../src/node/files/log-file';
import { temporaryFolder } from '../../node/temporary-folder';
import { describeLive } from '../live-server';
import { hostileLog } from './hostile-log';

interface Loaded {
  readonly formats: Readonly<Record<string, Readonly<Record<string, LoadedSplit>>>>;
  readonly chat: Readonly<Record<'texts' | 'decoded', readonly string[]>> &
    Readonly<Record<'tokens' | 'turns', readonly number[]>>;
  readonly matrix: {
    readonly shape: readonly number[];
    readonly sum: number;
    readonly labels: readonly number[];
  };
}

interface LoadedSplit {
  readonly types: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

type Row = Readonly<Record<string, unknown>>;
interface Message {
  readonly role: string;
  readonly content: string;
}

const folder = temporaryFolder();
const exported = join(folder, 'exported');
const log = hostileLog(900);

/** In Chinese, so that each format has both scripts. */
async function exportAll(): Promise<void> {
  const path = join(folder, 'courier.log');
  const labels = join(folder, 'labels.jsonl');
  writeFileSync(path, log.text);
  const label = (line: number) =>
    JSON.stringify({ line, label: 1, category: 'network', note: '货车“抛锚”了。' });
  writeFileSync(labels, log.anomalous.map((line) => `${label(line)}\n`).join(''));
  const finished = await analyseLogs({ logs: [await openLogFile(path)] });
  for (const format of datasetFormats)
    await exportDataset({
      ...{ finished, paths: [path], storeFiles: [], stored: [], takesFindings: false, format },
      labels: { ...(await labelRanges(labels)), path: labels },
      settings: {
        unit: usualWindows,
        shares: usualShares,
        splitBy: 'random',
        balances: false,
        labelledOnly: false,
        seed: 4,
      },
      ...{ instructions: chineseInstructions, language: 'zh', say: ({ pattern }) => pattern },
      ...{ maxTokens: null, redacts: false, out: join(exported, format.name), replaces: false },
      ...{ version: '0.0.0', command: [], signal: new AbortController().signal },
    });
  await finished.sources[0].close();
}

/** Offline: nothing but these files may be looked at. */
async function loadInPython(): Promise<Loaded> {
  const { command, packages } = await installPythonPackages();
  const result = join(folder, 'loaded.json');
  const env = {
    ...process.env,
    ...{ PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '', PYTHONUTF8: '1' },
    ...{ HF_HOME: join(folder, 'hub'), HF_HUB_OFFLINE: '1', HF_DATASETS_OFFLINE: '1' },
    ...{ HF_DATASETS_DISABLE_PROGRESS_BARS: '1', TOKENIZERS_PARALLELISM: 'false' },
  };
  await run(command, [join(import.meta.dirname, 'load_exports.py'), exported, result], { env, quiet: true });
  return JSON.parse(readFileSync(result, 'utf8'));
}

const splits = ['train', 'validation', 'test'];
const fileOf = (format: string, split: string) => {
  const name = readdirSync(join(exported, format)).find((each) => each.startsWith(`${split}.`)) ?? '';
  return readFileSync(join(exported, format, name), 'utf8');
};

/** What a file holds, read by others than those who wrote it. */
function rowsIn(format: string, split: string): readonly Row[] {
  const text = fileOf(format, split);
  if (text.startsWith('{'))
    return text
      .trimEnd()
      .split('\n')
      .map((line): Row => JSON.parse(line));
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

describeLive('Exports in Hugging Face datasets, tokenizers and transformers', pythonMissing(), () => {
  let loaded: Loaded;
  beforeAll(async () => {
    mkdirSync(exported);
    await exportAll();
    loaded = await loadInPython();
  });

  const json = datasetFormats.filter(({ ending }) => ending === 'jsonl').map(({ name }) => name);
  it.each(json)('%s: all splits, every row and letter', (name) => {
    expect(Object.keys(loaded.formats[name]).sort()).toEqual([...splits].sort());
    for (const split of splits) expect(loaded.formats[name][split].rows).toEqual(rowsIn(name, split));
  });

  const tables = datasetFormats.filter(({ ending }) => ending === 'csv').map(({ name }) => name);
  it.each(tables)('%s: all splits, every row and cell', (name) => {
    for (const split of splits) {
      const { rows, types } = loaded.formats[name][split];
      const isNumber = (column: string) => /int64|float64/.test(types[column]);
      const expected = rowsIn(name, split).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, cell]) => [column, isNumber(column) ? numberOf(cell) : cell]),
        ),
      );
      expect(rows).toEqual(expected);
    }
  });

  it.each([
    ['alpaca', { instruction: /string/, input: /string/, output: /string/ }],
    ['sharegpt', { conversations: /List.*from.*string.*value.*string/ }],
    ['openai', { messages: /List.*role.*string.*content.*string/ }],
    ['sequence', { sequence_id: /string/, label: /int64/, length: /int64/, log_entries: /List.*string/ }],
    ['classification', { text: /string/, label: /int64/, category: /string/ }],
    ['chinese-labels', { log_sequence: /string/, label: /string/ }],
    ['records', { line: /int64/, label: /string/, text: /string/, session: /string/, time: /string/ }],
    ['templates', { template_id: /int64/, template: /string/, records: /int64/ }],
    ['features', { sequence_id: /string/, label: /int64/, length: /int64/, duration_s: /float64|int64/ }],
  ])('%s: columns have the types they are of', (name, wanted) => {
    for (const split of splits) {
      const { types } = loaded.formats[name][split];
      for (const [column, type] of Object.entries(wanted)) expect(types[column]).toMatch(type);
    }
  });

  it('holds the records as they stand in the log, newlines and all', () => {
    const entries = splits.flatMap((split) =>
      loaded.formats.sequence[split].rows.flatMap((row) => row.log_entries as string[]),
    );
    for (const entry of entries) expect(log.text).toContain(`${entry}\n`);
    const all = entries.join('\n');
    for (const piece of [
      '支付超时',
      '🚚',
      '"said \'so\'"',
      '\u2028',
      'e\u0301',
      '\t',
      'end\0of',
      '\u0001',
      '\n  at van',
    ])
      expect(all).toContain(piece);
  });

  it('is a chat in ChatML, byte for byte, and comes back from tokens', () => {
    const { texts, decoded, tokens, turns } = loaded.chat;
    const conversations = splits.flatMap((split) =>
      loaded.formats.openai[split].rows.map(({ messages }) => messages as Message[]),
    );
    const inOrder = conversations.map((messages) =>
      messages.map(({ role, content }) => `<|im_start|>${role}\n${content}<|im_end|>\n`).join(''),
    );
    expect([...texts].sort()).toEqual([...inOrder].sort());
    expect(decoded).toEqual(texts);
    expect(Math.min(...tokens)).toBeGreaterThan(20);
    expect(new Set(turns)).toEqual(new Set([3]));
  });

  it('is a matrix of numbers for classifiers', () => {
    const rows = rowsIn('features', 'train');
    const numbers = rows.map(({ sequence_id, category, label, ...features }) =>
      Object.values(features).map(Number),
    );
    expect(loaded.matrix.shape).toEqual([rows.length, numbers[0].length]);
    expect(loaded.matrix.sum).toBeCloseTo(
      numbers.flat().reduce((sum, one) => sum + one, 0),
      3,
    );
    expect(loaded.matrix.labels).toEqual([0, 1]);
  });
});

/** A number that is not there is none in either. */
function numberOf(cell: unknown): number | null {
  return cell === '' ? null : Number(cell);
}
