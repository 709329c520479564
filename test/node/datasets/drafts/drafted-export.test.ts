import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { usualWindows } from '../../../../src/engine/dataset/export/export-settings';
import { datasetFormats } from '../../../../src/engine/dataset/formats/formats';
import { generateShopLog } from '../../../../src/engine/dataset/generator/shop-log';
import { chineseInstructions } from '../../../../src/engine/dataset/instructions/chinese';
import { englishInstructions } from '../../../../src/engine/dataset/instructions/english';
import { usualShares } from '../../../../src/engine/dataset/split/split';
import { analyseLogs, type FinishedAnalysis } from '../../../../src/node/analyse-logs';
import { modelDrafting } from '../../../../src/node/datasets/drafts/model-drafting';
import { exportDataset } from '../../../../src/node/datasets/export-dataset';
import type { ExportTask } from '../../../../src/node/datasets/export-task';
import { openLogFile } from '../../../../src/node/files/log-file';
import { endpointModel } from '../../../../src/node/llm/endpoint-model';
import { answers, type Behaviour, repliesWith } from '../../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../../model-server/model-server';
import { temporaryFolder } from '../../temporary-folder';

const folder = temporaryFolder();
const path = join(folder, 'shop.log');
let finished: FinishedAnalysis;
let server: ModelServer;
let made = 0;

beforeAll(async () => {
  writeFileSync(path, generateShopLog({ seed: 3, records: 2_000 }).text);
  finished = await analyseLogs({ logs: [await openLogFile(path)] });
});
afterEach(() => server.stop());
afterAll(() => finished.sources[0].close());

const formatNamed = (name: string) =>
  datasetFormats.find((format) => format.name === name) ?? datasetFormats[0];

async function exported(script: Behaviour, more: Partial<ExportTask> = {}) {
  server = await startModelServer(script);
  const patience = { attempts: 1, firstSeconds: 0, mostSeconds: 0 };
  const endpoint = { url: server.url, model: 'drafter', key: async () => null, contextTokens: null };
  const out = join(folder, `out-${++made}`);
  const task: ExportTask = {
    ...{ finished, paths: [path], storeFiles: [], labels: undefined, stored: [], takesFindings: true },
    ...{ format: formatNamed('alpaca'), instructions: englishInstructions, language: 'en', maxTokens: null },
    settings: {
      unit: usualWindows,
      shares: usualShares,
      balances: false,
      labelledOnly: false,
      splitBy: 'random',
      seed: 1,
    },
    say: ({ pattern }) => pattern,
    ...{ redacts: true, out, replaces: false, version: '0.0.0', command: [] },
    signal: new AbortController().signal,
    drafting: modelDrafting(endpointModel(endpoint, { patience })),
    ...more,
  };
  const { card } = await exportDataset(task);
  const lines = card.files.flatMap(({ name }) => readFileSync(join(out, name), 'utf8').trimEnd().split('\n'));
  return { card, out, rows: lines.map((line): Record<string, string> => JSON.parse(line)) };
}

/** What a request says is known of its sequence. */
const known = (asked: string) => /(?:Known: |已知：)\s*(\p{L}+)/u.exec(asked)?.[1] ?? '';

/** A model that answers by what it was told of the label. */
const drafter =
  (draftOf: (verdict: string, nth: number) => Behaviour): Behaviour =>
  ({ json }) =>
    draftOf(known(String(json?.messages.at(-1)?.content)), ++drafted);
let drafted = 0;

const right = drafter((verdict) => answers(`${verdict}. A draft that says so, with "quotes" and 日志.`));

describe('outputs drafted by a model', () => {
  it('take the place of those written, and are marked in each line and on the card', async () => {
    const { card, out, rows } = await exported(right);
    expect(rows.length).toBeGreaterThan(20);
    for (const { output, drafted_by } of rows) {
      expect(output).toMatch(/^(?:Normal|Anomalous)\. A draft that says so, with "quotes" and 日志\.$/);
      expect(drafted_by).toBe('drafter');
    }
    expect(card.drafts).toEqual({
      model: 'drafter',
      host: `127.0.0.1:${server.port}`,
      temperature: 0.3,
      drafted: rows.length,
      written: { 'no-answer': 0, 'other-verdict': 0, 'too-long': 0 },
    });
    expect(readFileSync(join(out, 'data-card.md'), 'utf8')).toContain('does not write the same again');
  });

  it('are asked for of what is masked', async () => {
    const { rows } = await exported(right);
    expect(server.chats).toHaveLength(rows.length);
    const sent = server.chats.map(({ body }) => body).join('\n');
    expect(sent).toContain('<IP_1>');
    expect(sent).not.toMatch(/\b(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+/);
  });

  it('are asked for in Chinese of a Chinese set', async () => {
    const { rows } = await exported(
      drafter((verdict) => answers(`${verdict}。草稿。`)),
      {
        instructions: chineseInstructions,
        language: 'zh',
      },
    );
    expect(new Set(rows.map(({ output }) => output))).toEqual(new Set(['正常。草稿。', '异常。草稿。']));
  });

  const useless: readonly (readonly [string, Behaviour, string])[] = [
    [
      'say otherwise than the label',
      drafter((verdict) => answers(verdict === 'Normal' ? 'Anomalous. It is.' : 'Normal.')),
      'other-verdict',
    ],
    ['ramble and say nothing', answers('Let me think about these lines for a while.'), 'other-verdict'],
    ['are empty', answers(''), 'no-answer'],
    [
      'are cut by a limit',
      drafter((verdict) => answers(`${verdict}. And`, { finish: 'length' })),
      'no-answer',
    ],
  ];
  it.each(useless)('are not used where they %s', async (_, script, fault) => {
    const { card, rows } = await exported(script);
    expect(card.drafts).toMatchObject({ drafted: 0, written: { [fault]: rows.length } });
    for (const { output, drafted_by } of rows) {
      expect(output).toMatch(/^(?:Normal|Anomalous)\.(?!.*(?:It is|And)$)/);
      expect(drafted_by).toBe('');
    }
  });

  it('fail one by one: the others are used', async () => {
    const script = drafter((verdict, nth) =>
      nth % 5 === 0 ? repliesWith(500, { error: { message: 'busy' } }) : answers(`${verdict}. Drafted.`),
    );
    const { card, rows } = await exported(script);
    const failed = rows.filter(({ drafted_by }) => drafted_by === '').length;
    expect(failed).toBeGreaterThan(0);
    expect(card.drafts).toMatchObject({
      drafted: rows.length - failed,
      written: { 'no-answer': failed, 'other-verdict': 0 },
    });
  });

  it.each([
    ['a key is asked for', repliesWith(401, { error: { message: 'no key' } })],
    ['no record gets an answer', repliesWith(500, { error: { message: 'broken' } })],
  ])('end the export where %s, and nothing is written', async (_, script) => {
    await expect(exported(script)).rejects.toMatchObject({ name: 'InputError' });
    expect(existsSync(join(folder, `out-${made}`))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('can be cancelled while they are asked for', async () => {
    const control = new AbortController();
    const stopping: Behaviour = () => {
      control.abort();
      return answers('Normal.');
    };
    await expect(exported(stopping, { signal: control.signal })).rejects.toThrow(/was cancelled/);
    expect(existsSync(join(folder, `out-${made}`))).toBe(false);
  });

  it('are for formats with answers alone', async () => {
    await expect(exported(right, { format: formatNamed('sequence') })).rejects.toThrow(/could draft/);
    expect(server.chats).toEqual([]);
  });

  it('stand in conversations, marked beside them; OpenAI’s lines have no mark', async () => {
    const sharegpt = await exported(right, { format: formatNamed('sharegpt') });
    expect(Object.keys(sharegpt.rows[0])).toEqual(['conversations', 'drafted_by']);
    await server.stop();
    const openai = await exported(right, { format: formatNamed('openai') });
    expect(Object.keys(openai.rows[0])).toEqual(['messages']);
    expect(openai.card.drafts?.drafted).toBe(openai.rows.length);
  });
});
