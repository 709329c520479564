import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { usualWindows } from '../../../src/engine/dataset/export/export-settings';
import { alpaca } from '../../../src/engine/dataset/formats/alpaca';
import type { DatasetFormat } from '../../../src/engine/dataset/formats/format';
import { openai } from '../../../src/engine/dataset/formats/openai';
import { sequence } from '../../../src/engine/dataset/formats/sequence';
import { sharegpt } from '../../../src/engine/dataset/formats/sharegpt';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { englishInstructions } from '../../../src/engine/dataset/instructions/english';
import { usualShares } from '../../../src/engine/dataset/split/split';
import { analyseLogs, type FinishedAnalysis } from '../../../src/node/analyse-logs';
import { checkDatasets } from '../../../src/node/datasets/check-datasets';
import { exportDataset } from '../../../src/node/datasets/export-dataset';
import { verdictWordsBeside } from '../../../src/node/datasets/verdict-words';
import { openLogFile } from '../../../src/node/files/log-file';
import { chatAnswerer } from '../../../src/node/model-evaluation/chat-answerer';
import { readExamples } from '../../../src/node/model-evaluation/read-examples';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const path = join(folder, 'shop.log');
const { signal } = new AbortController();
const ownWords = { normal: 'OK', anomalous: 'BAD' };
let finished: FinishedAnalysis;

beforeAll(async () => {
  writeFileSync(path, generateShopLog({ seed: 3, records: 2_000 }).text);
  finished = await analyseLogs({ logs: [await openLogFile(path)] });
  return () => finished.sources[0].close();
});

function exported(name: string, format: DatasetFormat, verdicts = ownWords) {
  return exportDataset({
    ...{ finished, paths: [path], storeFiles: [], labels: undefined, stored: [], takesFindings: true },
    ...{ format, instructions: { ...englishInstructions, verdicts }, language: 'en', maxTokens: null },
    settings: {
      ...{ unit: usualWindows, shares: usualShares, balances: false, labelledOnly: false },
      ...{ splitBy: 'random', seed: 1 },
    },
    say: ({ pattern }) => pattern,
    ...{ redacts: true, out: join(folder, name), replaces: false, version: '0.0.0', command: [], signal },
  });
}

async function checked(file: string) {
  const [found] = (await checkDatasets({ paths: [file], maxTokens: undefined, onProgress: () => {} })).files;
  return { normal: found.normal, anomalous: found.anomalous, examples: found.examples };
}

describe('a data set whose answers say its labels in words of its own', () => {
  test.each([
    ['alpaca', alpaca],
    ['openai', openai],
    ['sharegpt', sharegpt],
  ])('is read by the words of its data card: %s', async (name, format) => {
    const { card } = await exported(name, format);
    const written = { normal: 0, anomalous: 0 };
    for (const { label, counts } of card.labels) if ('train' in counts) written[label] += counts.train;
    const train = join(folder, name, 'train.jsonl');
    expect(written.anomalous).toBeGreaterThan(0);
    expect(await checked(train)).toEqual({ ...written, examples: written.normal + written.anomalous });
    const { examples, skipped } = await readExamples(train, 'en', signal);
    expect([examples.length, skipped]).toEqual([written.normal + written.anomalous, 0]);
  });

  test('reads the answers of the model that was trained with it', async () => {
    await exported('answered', alpaca);
    const { examples } = await readExamples(join(folder, 'answered', 'train.jsonl'), 'en', signal);
    const model = {
      ...{ name: 'm', destination: { host: 'localhost', staysHere: true } },
      async *chat() {
        yield { kind: 'text', text: 'BAD. Category: network.' };
        yield { kind: 'end', reason: 'stop' };
      },
    };
    const answerer = chatAnswerer({ model: model as never, shield: null, categories: [] });
    const [answer] = await answerer.answersTo(examples.slice(0, 1), signal, () => {});
    expect(answer.verdict).toBe('anomalous');
  });

  test('has no words on its card where everybody knows them, or its format has no answers', async () => {
    const usual = await exported('usual', alpaca, englishInstructions.verdicts);
    const numbers = await exported('numbers', sequence);
    for (const { card } of [usual, numbers]) expect(card.settings).not.toHaveProperty('normalVerdict');
  });

  test('is read by the usual words without its card', async () => {
    const file = join(folder, 'alone.jsonl');
    const line = (output: string) => `${JSON.stringify({ instruction: 'Judge.', input: output, output })}\n`;
    writeFileSync(file, line('Normal.') + line('异常。') + line('OK.'));
    expect(await checked(file)).toEqual({ normal: 1, anomalous: 1, examples: 3 });
  });

  test('heeds no card that says nothing of it', async () => {
    await exported('damaged', alpaca);
    const card = join(folder, 'damaged', 'data-card.json');
    const good = readFileSync(card, 'utf8');
    for (const bad of ['no JSON', 'null', good.replace('"OK"', '""'), good.replace('"BAD"', '7')]) {
      writeFileSync(card, bad);
      expect(await verdictWordsBeside(join(folder, 'damaged', 'train.jsonl'))).toBeUndefined();
    }
  });
});
