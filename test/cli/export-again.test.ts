import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSequences } from '../../src/engine/dataset/generator/sequences/generate-sequences';
import { generatedLog } from '../../src/engine/dataset/generator/sequences/generated-log';
import { type Label, LabelStore, taughtLabels } from '../../src/node/store/labels';
import { rulesOfFile, rulesOfSetting } from '../../src/node/store/rules';
import { type KeptCorrection, TemplateCorrections } from '../../src/node/store/templates';
import { changeWeights } from '../../src/node/store/weights';
import { AnalysisWorkerClient } from '../../src/node/worker/analysis-worker-client';
import type { AnalyseRequest } from '../../src/protocol/analysis';
import type { ExportDatasetRequest } from '../../src/protocol/dataset';
import { builtWorker } from '../node/worker/built-worker';
import { builtCli } from './built-cli';

const cli = builtCli();
const installation = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(installation, 'package.json'), 'utf8'));
const logOf = (seed: number, language: 'en' | 'zh' = 'en') =>
  generatedLog(generateSequences({ seed, count: 120, language, services: 8, anomalies: 0.3 })).text;
const text = logOf(3);
const times = text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
/** Of that part of the log, to a nanosecond. */
const momentAt = (part: number) =>
  `${BigInt(Date.parse(times[Math.floor(times.length * part)])) * 1_000_000n + 1n}`;

/** Where the files of an export lie in the editor's world; where its command is run they lie beside each other. */
const editor = (name: string) => join(cli.folder, 'editor', name);
const at = '2026-11-20T08:00:00Z';
const measure = { precision: 0.8, recall: 0.8, f1: 0.8 };
const weights = {
  ...{ at, bias: -1, weights: { level: 3, rarity: 4 } },
  ...{ before: measure, after: measure, folds: 5, groups: 12, records: 300 },
} as const;

const choices = {
  ...{ format: 'records', unit: { kind: 'windows', least: 6, most: 15 }, takesFindings: true },
  ...{ shares: { train: 80, validation: 10, test: 10 }, language: 'en', redacts: true, maxTokens: null },
  ...{
    balances: false,
    labelledOnly: false,
    splitBy: 'random',
    seed: 1,
    labels: null,
    instructions: null,
    patterns: [],
    drafts: false,
  },
  ...{ installation, replaces: false, version, stores: [], drafting: null },
} as const satisfies Omit<ExportDatasetRequest, 'out'>;

interface Given {
  readonly analysed?: Partial<AnalyseRequest>;
  readonly chosen?: Partial<ExportDatasetRequest>;
}

interface Circumstance {
  readonly says: string;
  readonly given: (home: string) => Given | Promise<Given>;
  /** What the editor's world has of files, by their names on the desk; the log alone where left out. */
  readonly onDesk?: Readonly<Record<string, string>>;
  readonly command: RegExp;
}

const file = (name: string, content: string | Uint8Array) => cli.file(join('editor', name), content);
const inputOf = (path: string, encoding = 'utf8') => ({ kind: 'file', path, encoding }) as const;
const usualLog = { 'services.log': 'services.log' };
const rule = { id: 'carts', keywords: ['cart'], severity: 'high' };
const pinned: KeptCorrection = { kind: 'pin', token: 'order', as: 'variable', at };

async function labelledStore(home: string): Promise<Given> {
  const store = join(home, 'global', '0123456789abcdef');
  const other = join(home, 'global', 'folders');
  const { findings } = await client.analyse({ ...usual, input: inputOf(editor('services.log')) });
  const [first] = findings;
  const labels: Label[] = [{ label: 'anomalous', finding: first.id, category: 'cargo', note: 'Seen.', at }];
  for (const label of labels) await new LabelStore(join(store, 'labels.jsonl')).add(label);
  await changeWeights(join(store, 'weights.json'), { from: null, to: weights });
  const rules = join(other, 'rules.jsonl');
  cli.file('editor/global/folders/rules.jsonl', `{"oddline":"rules","version":1}\n${JSON.stringify(rule)}\n`);
  await new TemplateCorrections(join(other, 'templates.jsonl')).add(pinned);
  return {
    analysed: {
      ...{ weights, labels: taughtLabels(labels), templateCorrections: [pinned] },
      rules: await rulesOfFile(rules),
    },
    chosen: { stores: [other, store] },
  };
}

const circumstances: readonly Circumstance[] = [
  {
    says: 'another sensitivity',
    given: () => ({ analysed: { sensitivity: 'high' } }),
    command: /--sensitivity high/,
  },
  {
    says: 'only what is labelled, split by time',
    given: () => ({ chosen: { splitBy: 'time', labelledOnly: true } }),
    command: /--split-by time .*--labelled-only/,
  },
  {
    says: 'a sensitivity in figures, a range of time',
    given: () => ({ analysed: { sensitivity: 0.9, from: momentAt(0.3), until: momentAt(0.6) } }),
    command: /--sensitivity 0\.9 --since \S+\.\d{9}Z --until \S+\.\d{9}Z/,
  },
  {
    says: 'a good log that has the same name',
    given: () => ({ analysed: { baselines: [file('good/services.log', logOf(4))] } }),
    onDesk: { '1/services.log': 'services.log', '2/services.log': 'good/services.log' },
    command: /export 1\/services\.log .*--baseline 2\/services\.log/,
  },
  {
    says: 'what a store outside of any workspace says: labels, weights, rules, templates',
    given: labelledStore,
    onDesk: { ...usualLog, '1/store': 'global/folders', '2/store': 'global/0123456789abcdef' },
    command: /--store 1\/store --store 2\/store/,
  },
  {
    says: 'rules and patterns of the settings',
    given: (home) => {
      const patterns = [{ name: 'shop', pattern: 'gateway|catalog|orders?' }];
      writeFileSync(join(home, 'rules.json'), JSON.stringify([rule], null, 2));
      writeFileSync(join(home, 'privacy-patterns.json'), JSON.stringify(patterns));
      return { analysed: { rules: rulesOfSetting([rule]) }, chosen: { patterns } };
    },
    onDesk: {
      ...usualLog,
      'rules.json': 'rules.json',
      'privacy-patterns.json': 'privacy-patterns.json',
    },
    command: /--rules rules\.json --patterns privacy-patterns\.json/,
  },
  {
    says: 'files of other encodings, one of them with a blank and a dash',
    given: () => {
      const files = [
        { path: file('-day 1.log', Buffer.from(logOf(5, 'zh'), 'utf16le')), encoding: 'utf16le' },
        { path: file('day-2.log', logOf(6, 'zh')), encoding: undefined },
      ];
      return { analysed: { input: { kind: 'files', files } }, chosen: { seed: 0, redacts: false } };
    },
    onDesk: { '-day 1.log': '-day 1.log', 'day-2.log': 'day-2.log' },
    command: /export \.\/-day 1\.log day-2\.log .*--encoding utf16le,auto --seed 0/,
  },
];

const usual: Omit<AnalyseRequest, 'input'> = { baselines: [], from: null, until: null };
let client: AnalysisWorkerClient;
let plain: Readonly<Record<string, string>>;

beforeAll(async () => {
  client = new AnalysisWorkerClient({ workerPath: await builtWorker(cli.folder) });
  file('services.log', text);
  // Nothing of it is heeded in the editor: nobody agreed to it.
  file('.oddline/rules.jsonl', `{"oddline":"rules","version":1}\n${JSON.stringify(rule)}\n`);
  plain = contentOf((await exported({}, 'plain')).out);
});
afterAll(() => client.dispose());

async function exported({ analysed, chosen }: Given, name: string) {
  await client.analyse({ ...usual, input: inputOf(editor('services.log')), ...analysed });
  const out = join(cli.folder, 'out', name);
  return { out, card: await client.exportDataset({ ...choices, ...chosen, out }) };
}

function contentOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

/** The command of a card, where nothing lies but what it names; an `.oddline/` that it does not name lies there, too. */
async function againBy([, ...command]: readonly string[], onDesk: Readonly<Record<string, string>>) {
  const desk = join(cli.folder, 'desk');
  rmSync(desk, { recursive: true, force: true });
  for (const [to, from] of Object.entries({ ...onDesk, '.oddline': '.oddline' })) {
    mkdirSync(dirname(join(desk, to)), { recursive: true });
    cpSync(editor(from), join(desk, to), { recursive: true, preserveTimestamps: true });
  }
  const { code, stderr } = await cli.run([...command, '--out', 'again'], { cwd: desk });
  expect(code, stderr).toBe(0);
  return contentOf(join(desk, 'again'));
}

describe('an export from the editor is made again, byte for byte, by the command on its card alone', () => {
  it('as it usually is', async () => {
    const { out, card } = await exported({}, 'usual');
    expect(card.command).toContain('--no-store');
    expect(await againBy(card.command, usualLog)).toEqual(contentOf(out));
  }, 60_000);

  it.each(circumstances)(
    '$says',
    async ({ says, given, onDesk = usualLog, command }) => {
      const { out, card } = await exported(await given(editor('')), says);
      expect(card.command.join(' ')).toMatch(command);
      const content = contentOf(out);
      expect(content['train.csv']).not.toBe(plain['train.csv']);
      expect(await againBy(card.command, onDesk)).toEqual(content);
    },
    60_000,
  );
});
