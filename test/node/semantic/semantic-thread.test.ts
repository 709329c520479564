import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClassifier } from '../../../src/node/semantic/classifier';
import { SemanticThread } from '../../../src/node/semantic/semantic-thread';
import { InputError } from '../../../src/protocol/input-error';
import { builtSemanticWorker, embedsHere } from '../../semantic-model/built-semantic';
import { writeTinyClassifier, writeTinyEmbedder } from '../../semantic-model/tiny-models';
import { temporaryFolder } from '../temporary-folder';

const scratch = temporaryFolder();
const folder = join(scratch, 'embedder');
const classifierFolder = join(scratch, 'classifier');
let workerPath = '';
let thread: SemanticThread;

beforeAll(async () => {
  writeTinyEmbedder(folder);
  writeTinyClassifier(classifierFolder);
  workerPath = await builtSemanticWorker(scratch);
  thread = new SemanticThread(workerPath);
});
afterAll(() => thread.dispose());

const texts = [
  'Request timed out',
  'deadline exceeded while waiting',
  '磁盘 full',
  'user login',
  '超时',
  'zzz',
];

async function rowsOf(asked: readonly string[]): Promise<number[][]> {
  const { rows, dimensions } = await thread.ask('embed', { folder, texts: asked });
  return asked.map((_, index) => [...rows.subarray(index * dimensions, (index + 1) * dimensions)]);
}

const cosine = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * b[at], 0);

describe('a model that embeds', () => {
  it('puts texts that mean the same near each other, in whatever words and language', async () => {
    const [timedOut, deadline, disk, login, chinese] = await rowsOf(texts);
    expect(cosine(timedOut, deadline)).toBeGreaterThan(0.9);
    expect(cosine(timedOut, chinese)).toBeGreaterThan(0.9);
    expect(cosine(timedOut, disk)).toBeLessThan(0.3);
    expect(cosine(timedOut, login)).toBeLessThan(0.3);
  });

  it('says the same in a thread as without one, bit for bit, whatever was asked before and together', async () => {
    const embed = await embedsHere(copyOf('here'));
    const here: number[][] = [];
    for (const text of texts) here.push([...(await embed(text))]);
    expect(await rowsOf(texts)).toEqual(here);
    expect((await rowsOf([...texts].reverse())).reverse()).toEqual(here);
    expect(await rowsOf(texts.slice(2, 3))).toEqual(here.slice(2, 3));
  });

  it.each([
    ['nothing', ''],
    ['NULs', '\0\0\0'],
    ['a line of a megabyte', 'disk full '.repeat(1e5)],
    ['a megabyte without a blank', 'x'.repeat(1e6)],
    ['half a letter', '\ud83d'],
    ['marks of tokenizers', '[CLS] [SEP] [PAD] ##'],
    ['escapes', '\u001b[31mdisk\u001b[0m </script>'],
  ])('gives %s a row of numbers', async (_, text) => {
    const [row] = await rowsOf([text]);
    expect(row.every(Number.isFinite)).toBe(true);
    const length = Math.hypot(...row);
    expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true);
  });

  it('stops when it is cancelled, and answers what is asked next', async () => {
    const controller = new AbortController();
    const many = Array.from({ length: 100_000 }, (_, index) => `disk ${index}`);
    const asked = thread.ask('embed', { folder, texts: many }, controller.signal);
    controller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect(await rowsOf(['disk'])).toHaveLength(1);
  });

  it('is known by what is in its folder, wherever that lies', async () => {
    const { model } = await thread.ask('open', { folder, kind: 'embedding' });
    const copied = await thread.ask('open', { folder: copyOf('copied'), kind: 'embedding' });
    expect(copied.model).toBe(model);
    const other = await thread.ask('open', { folder: classifierFolder, kind: 'classification' });
    expect(other.model).not.toBe(model);
  });

  it('is found where exporters put it without a folder of its own', async () => {
    const flat = copyOf('flat');
    cpSync(join(flat, 'onnx', 'model.onnx'), join(flat, 'model.onnx'));
    rmSync(join(flat, 'onnx'), { recursive: true });
    rmSync(join(flat, 'tokenizer_config.json'));
    const { rows } = await thread.ask('embed', { folder: flat, texts: ['disk'] });
    expect([...rows]).toEqual((await rowsOf(['disk']))[0]);
  });
});

describe('a folder that holds no model', () => {
  it.each([
    ['is not there', 'is no folder', (path: string) => rmSync(path, { recursive: true })],
    ['lacks the network', 'no model.onnx', (path: string) => rmSync(join(path, 'onnx'), { recursive: true })],
    ['lacks the words', 'lacks tokenizer.json', (path: string) => rmSync(join(path, 'tokenizer.json'))],
    ['has damaged words', 'is damaged', (path: string) => writeFileSync(join(path, 'tokenizer.json'), '{')],
    [
      'has words of no kind',
      'cannot be run',
      (path: string) => writeFileSync(join(path, 'tokenizer.json'), '{}'),
    ],
    [
      'has a damaged network',
      'cannot be run',
      (path: string) => writeFileSync(join(path, 'onnx', 'model.onnx'), 'no network'),
    ],
    [
      'embeds nothing',
      'gives no vectors',
      (path: string) => cpSync(classifierFolder, path, { recursive: true, force: true }),
    ],
  ])('and %s is told by “%s”, with its cure', async (what, told, spoil) => {
    const path = copyOf(what);
    spoil(path);
    const failed = thread.ask('open', { folder: path, kind: 'embedding' });
    await expect(failed).rejects.toThrow(told);
    await expect(failed).rejects.toBeInstanceOf(InputError);
    await expect(failed).rejects.toThrow(/(Choose|Copy) /);
  });

  it('is looked at again once it is whole', async () => {
    const path = join(scratch, 'later');
    await expect(thread.ask('open', { folder: path, kind: 'embedding' })).rejects.toThrow('is no folder');
    writeTinyEmbedder(path);
    await expect(thread.ask('open', { folder: path, kind: 'embedding' })).resolves.toBeDefined();
  });
});

it('a thread that ends of itself is replaced at the next question', async () => {
  const ending = join(scratch, 'ending.js');
  writeFileSync(ending, 'process.exit(3);');
  const short = new SemanticThread(ending);
  await expect(short.ask('embed', { folder, texts: ['a'] })).rejects.toThrow('stopped with code 3');
  await expect(short.ask('embed', { folder, texts: ['a'] })).rejects.toThrow('stopped with code 3');
});

it('a thread that does not stop when it is cancelled is ended, and another starts with the next question', async () => {
  const stuck = join(scratch, 'stuck.js');
  writeFileSync(stuck, 'require("node:worker_threads").parentPort.on("message", () => { for (;;); });');
  const patient = new SemanticThread(stuck, 50);
  for (const reason of ['one', 'two']) {
    const control = new AbortController();
    const asked = patient.ask('embed', { folder, texts: ['a'] }, control.signal);
    control.abort(new Error(reason));
    await expect(asked).rejects.toThrow(reason);
  }
});

describe('a classifier', () => {
  it('says which of its labels a text has, and how sure it is', async () => {
    const classifier = await loadClassifier(classifierFolder, workerPath);
    expect(classifier.labels).toEqual(['normal', 'anomalous']);
    const answers = await classifier.classify(['request timed out', 'user login', 'disk full', '']);
    expect(answers.map(({ label }) => label)).toEqual(['anomalous', 'normal', 'anomalous', 'normal']);
    expect(answers[0].score).toBeGreaterThan(0.9);
    expect(answers[3].score).toBe(0.5);
    classifier.dispose();
  });

  it('is not what only embeds', async () => {
    await expect(loadClassifier(folder, workerPath)).rejects.toThrow('tells no two classes apart');
  });
});

function copyOf(name: string): string {
  const path = join(scratch, `copy-${name.replaceAll(' ', '-')}`);
  mkdirSync(path, { recursive: true });
  cpSync(folder, path, { recursive: true });
  return path;
}
