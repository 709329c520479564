import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DatasetClient } from '../../../src/node/dataset-worker/dataset-client';
import type { GenerateDatasetRequest } from '../../../src/protocol/dataset';
import { temporaryFolder } from '../temporary-folder';
import { builtThread } from '../worker/built-worker';

const folder = temporaryFolder();
const request: GenerateDatasetRequest = {
  ...{ preset: null, sequences: 120, anomalies: 0.4, format: 'sequence', language: 'en' },
  ...{ services: 8, seed: 2, out: '', replaces: false, version: '9.9.9' },
  installation: resolve(import.meta.dirname, '../../..'),
};
const { signal } = new AbortController();
let client: DatasetClient;
beforeAll(async () => {
  client = new DatasetClient(await builtThread(folder, 'dataset-worker/dataset-worker.ts'));
});

const generate = (changed: Partial<GenerateDatasetRequest>) =>
  client.generate({ ...request, ...changed }, { signal });

describe('a data set made in a thread', () => {
  it('is written with its card, and passes the check', async () => {
    const out = join(folder, 'own');
    const report = await generate({ out, language: 'zh', format: 'chinese-labels' });
    expect(report).toEqual({ sequences: 120, anomalous: 48, leaks: 0 });
    const card = JSON.parse(readFileSync(join(out, 'data-card.json'), 'utf8'));
    expect(card.command.join(' ')).toMatch(/^oddline generate --sequences 120 --format chinese-labels/);
    expect(readFileSync(join(out, 'data-card.md'), 'utf8')).toContain('数据');
    const shares: number[] = [];
    const paths = ['train', 'validation', 'test'].map((name) => join(out, `${name}.jsonl`));
    const onShare = (share: number) => shares.push(share);
    const { files, issues } = await client.check({ paths, maxTokens: null }, { signal, onShare });
    expect(files.map(({ format }) => format)).toEqual(Array(3).fill('chinese-labels'));
    expect(files.reduce((sum, { examples }) => sum + examples, 0)).toBe(120);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(shares.at(-1)).toBeGreaterThan(0.5);
  });

  it.each<[string, Partial<GenerateDatasetRequest>, readonly string[]]>([
    ['a whole log', { format: 'log' }, ['data-card.json', 'data-card.md', 'labels.jsonl', 'services.log']],
    ['the study', { preset: 'study', format: 'openai' }, ['classification', 'instructions', 'sequences']],
  ])('can be %s', async (name, changed, names) => {
    const out = join(folder, name);
    await generate({ ...changed, out });
    expect(readdirSync(out).sort()).toEqual(names);
  });

  it('is refused where other files are', async () => {
    const out = join(folder, 'taken');
    mkdirSync(out);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    await expect(generate({ out })).rejects.toMatchObject({ code: 'export-folder-taken' });
    expect(readdirSync(out)).toEqual(['notes.txt']);
  });

  it('leaves nothing behind where it is cancelled', async () => {
    const parent = join(folder, 'cancelled');
    mkdirSync(parent);
    const abort = new AbortController();
    const asked = client.generate({ ...request, out: join(parent, 'set') }, { signal: abort.signal });
    abort.abort();
    await expect(asked).rejects.toThrow();
    expect(readdirSync(parent)).toEqual([]);
  });
});

it('says what cannot be checked', async () => {
  const paths = [join(folder, 'gone.jsonl')];
  await expect(client.check({ paths, maxTokens: null }, { signal })).rejects.toMatchObject({
    code: 'missing',
  });
});
