import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetFormats } from '../../../src/engine/dataset/formats/formats';
import { generateSequences } from '../../../src/engine/dataset/generator/sequences/generate-sequences';
import { generatedLog } from '../../../src/engine/dataset/generator/sequences/generated-log';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type {
  DatasetFormatName,
  DatasetPreview,
  DatasetRequest,
  DraftRequest,
} from '../../../src/protocol/dataset';
import { temporaryFolder } from '../temporary-folder';
import { builtWorker } from './built-worker';

const folder = temporaryFolder();
const log = join(folder, 'services.log');
const labels = join(folder, 'labels.jsonl');
const made = generatedLog(
  generateSequences({ seed: 3, count: 300, language: 'en', services: 8, anomalies: 0.3 }),
);
const request: DatasetRequest = {
  format: 'alpaca',
  unit: { kind: 'windows', least: 6, most: 15 },
  takesFindings: false,
  balances: false,
  labelledOnly: false,
  splitBy: 'random',
  shares: { train: 80, validation: 10, test: 10 },
  language: 'en',
  redacts: true,
  maxTokens: null,
  seed: 1,
  labels,
  instructions: null,
  patterns: [],
  drafts: false,
  installation: resolve(import.meta.dirname, '../../..'),
};
const usual = { replaces: false, version: '9.9.9', stores: [], drafting: null };
let client: AnalysisWorkerClient;

beforeAll(async () => {
  client = new AnalysisWorkerClient({ workerPath: await builtWorker(folder) });
  writeFileSync(log, made.text);
  writeFileSync(labels, made.labels.map((label) => `${JSON.stringify(label)}\n`).join(''));
  const input = { kind: 'file' as const, path: log, encoding: 'utf8' };
  await client.analyse({ input, baselines: [], from: null, until: null });
});
afterAll(() => client.dispose());

const ask = (changed: Partial<DatasetRequest> = {}) => client.previewDataset({ ...request, ...changed });

function countOf({ labels: rows }: DatasetPreview): number {
  return rows.reduce((sum, { counts }) => sum + counts.train + counts.validation + counts.test, 0);
}

describe('what would be exported', () => {
  it('is counted as it is then written', async () => {
    const preview = await ask();
    const out = join(folder, 'counted');
    const card = await client.exportDataset({ ...request, ...usual, out });
    expect(preview.labels).toEqual(card.labels);
    expect(preview.leaks).toBe(0);
    expect(countOf(preview)).toBeGreaterThan(100);
    expect(card.leftOut).toEqual([...preview.leftOut, { reason: 'too-long', sequences: 0 }]);
    for (const { name, sha256 } of card.files) {
      const bytes = readFileSync(join(out, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it.each(datasetFormats.map(({ name }) => name as DatasetFormatName))(
    'is shown in three examples of two labels, as the files have them: %s',
    async (format) => {
      const { examples, problem } = await ask({ format });
      expect(problem).toBeNull();
      expect(examples).toHaveLength(3);
      expect(new Set(examples.map(({ label }) => label))).toEqual(new Set(['normal', 'anomalous']));
      const out = join(folder, `as-${format}`);
      await client.exportDataset({ ...request, ...usual, format, out });
      for (const { split, text, id, isCut } of examples) {
        if (isCut || format === 'templates' || format === 'features') continue;
        const file = readdirSync(out).find((name) => name.startsWith(split)) ?? '';
        const written = readFileSync(join(out, file), 'utf8');
        const rows = text.startsWith('{')
          ? JSON.stringify(JSON.parse(text))
          : text.slice(text.indexOf('\n') + 1);
        expect(written.includes(rows), id).toBe(true);
      }
    },
  );

  it('follows what is chosen', async () => {
    const all = countOf(await ask());
    const even = await ask({ balances: true });
    const totals = ['normal', 'anomalous'].map((label) =>
      countOf({ ...even, labels: even.labels.filter((row) => row.label === label) }),
    );
    expect(countOf(even)).toBeLessThan(all);
    expect(Math.abs(totals[0] - totals[1])).toBeLessThan(10);
    const chinese = await ask({ language: 'zh' });
    expect(chinese.examples.some(({ text }) => text.includes('异常'))).toBe(true);
    expect((await ask({ maxTokens: 1_000_000 })).tooLong?.sequences).toBe(0);
    const short = (await ask({ maxTokens: 200 })).tooLong;
    expect(short?.sequences).toBeGreaterThan(0);
    expect(short?.measured).toBe(all);
  });

  it('says how many nobody labelled, and leaves them out where that is chosen', async () => {
    const all = await ask();
    const nobody = all.labels.filter(({ labelledBy }) => labelledBy === null);
    expect(all.unlabelled).toBe(countOf({ ...all, labels: nobody }));
    expect(all.unlabelled).toBeGreaterThan(50);
    const only = await ask({ labelledOnly: true });
    expect(only.unlabelled).toBe(0);
    expect(countOf(only)).toBeGreaterThan(0);
    expect(only.labels.map(({ labelledBy }) => labelledBy)).not.toContain(null);
    const [{ reason, sequences }] = only.leftOut;
    expect([reason, sequences]).toEqual(['unlabelled', expect.any(Number)]);
    expect(sequences).toBeGreaterThanOrEqual(all.unlabelled);
  });

  it('warns of parts that are empty, and of lines of labels that do not count', async () => {
    const few = join(folder, 'few.jsonl');
    writeFileSync(few, '{"line":3,"label":"异常"}\n{"line":9999999,"label":1}\n');
    const { warnings } = await ask({ labels: few, labelledOnly: true });
    expect(warnings.map(({ pattern, values }) => [pattern.slice(0, 30), values.at(-1)])).toEqual([
      ['No sequence is normal: nothing', undefined],
      ...['validation', 'test'].map((part) => ['The part {0} is empty, and has', part]),
      ['Line {1} of {0} labels line {2', 9_999_999],
    ]);
  });

  it('hides secrets unless it is told not to, a person’s own among them', async () => {
    const hidden = await ask({ format: 'sequence', patterns: [{ name: 'host', pattern: 'service' }] });
    expect(hidden.examples.reduce((sum, { masked }) => sum + masked, 0)).toBeGreaterThan(0);
    const open = await ask({ redacts: false, format: 'sequence' });
    expect(open.examples.map(({ masked }) => masked)).toEqual([0, 0, 0]);
  });

  it('heeds what a person said in VS Code, with all that repeats it', async () => {
    const input = { kind: 'file' as const, path: log, encoding: 'utf8' };
    const scope = { baselines: [], from: null, until: null };
    const { findings } = await client.analyse({ input, ...scope });
    const rows = async () => (await ask({ labels: null, takesFindings: true })).labels;
    expect((await rows()).some(({ labelledBy }) => labelledBy === 'person')).toBe(false);
    const [{ id, formerIds }] = findings;
    const subject = { kind: 'record', id, formerIds, template: '' } as const;
    const said = { subject, verdict: 'normal', category: null, note: null } as const;
    await client.rejudge({ labels: [said] });
    const found = (await rows()).filter(({ labelledBy }) => labelledBy === 'oddline');
    expect(found.length).toBeGreaterThan(0);
    await client.rejudge({ labels: [{ ...said, verdict: 'anomalous', category: 'disk' }] });
    const row = (await rows()).find(({ labelledBy }) => labelledBy === 'person');
    expect(row).toMatchObject({ label: 'anomalous', category: 'disk' });
    await client.rejudge({ labels: [] });
  });

  it.each<[string, Partial<DatasetRequest>, string, boolean]>([
    ['nothing says what is anomalous', { labels: null }, 'nothing-labelled-here', true],
    ['no sequence is short enough', { maxTokens: 1 }, 'all-too-long', true],
    ['the labels are gone', { labels: join(folder, 'gone.jsonl') }, 'missing', false],
    ['the instructions are gone', { instructions: join(folder, 'gone.json') }, 'no-instructions', false],
  ])('says what is in the way: %s', async (_, changed, code, showsExamples) => {
    const { problem, examples } = await ask(changed);
    expect(problem?.code).toBe(code);
    expect(examples.length > 0).toBe(showsExamples);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const asked = client.previewDataset({ ...request, seed: 77 }, abort.signal);
    abort.abort();
    await expect(asked).rejects.toThrow();
  });
});

describe('an export', () => {
  it('refuses what holds other files, and replaces a data set only when told to', async () => {
    const out = join(folder, 'twice');
    await client.exportDataset({ ...request, ...usual, out });
    await expect(client.exportDataset({ ...request, ...usual, out })).rejects.toMatchObject({
      code: 'export-folder-taken',
    });
    const card = await client.exportDataset({ ...request, ...usual, out, replaces: true });
    expect(card.oddline).toBe('9.9.9');
  });

  it('says in its card how many patterns of the reader were heeded, and where its command reads them', async () => {
    const out = join(folder, 'card');
    const patterns = [{ name: 'gate', pattern: 'gate-\\d+' }];
    const card = await client.exportDataset({ ...request, ...usual, patterns, out });
    expect(card.settings.ownPatterns).toBe(1);
    expect(card.command.join(' ')).toContain('--patterns privacy-patterns.json');
    expect(card.command.join(' ')).toContain(
      'oddline export services.log --labels labels.jsonl --format alpaca',
    );
  });

  it('asks the host for outputs where a model is to write them, of nothing but what is masked', async () => {
    const out = join(folder, 'drafted');
    const asked: string[] = [];
    const draft = async ({ user }: DraftRequest) => {
      asked.push(user);
      const verdict = /Known: (\w+)/.exec(user)?.[1];
      return asked.length === 1 ? 'Who knows.' : `${verdict}. Written by a model.`;
    };
    const drafting = { model: 'pen', host: '127.0.0.1:1', endpoint: null, temperature: 0.3, width: 2 };
    const unit = { kind: 'windows', least: 15, most: 15 } as const;
    const wanted = { ...request, ...usual, unit, maxTokens: 400, drafting, drafts: true, out };
    const shares: number[] = [];
    const card = await client.exportDataset(wanted, { draft, onShare: (share) => shares.push(share) });
    expect(card.drafts).toMatchObject({ model: 'pen', host: '127.0.0.1:1', drafted: asked.length - 1 });
    expect(readFileSync(join(out, 'train.jsonl'), 'utf8')).toContain('Written by a model.');
    expect(asked.join('\n')).not.toMatch(/\b\d{1,3}(?:\.\d{1,3}){3}\b/);
    expect(shares).toContain(0.95);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('leaves nothing behind where it is cancelled', async () => {
    const parent = join(folder, 'cancelled');
    mkdirSync(parent);
    const abort = new AbortController();
    const out = join(parent, 'set');
    const asked = client.exportDataset({ ...request, ...usual, out }, { signal: abort.signal });
    abort.abort();
    await expect(asked).rejects.toThrow();
    expect(readdirSync(parent)).toEqual([]);
    expect(existsSync(out)).toBe(false);
  });
});
