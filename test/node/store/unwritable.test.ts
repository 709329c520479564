import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LabelStore } from '../../../src/node/store/labels';
import { replaceFile } from '../../../src/node/store/replace-file';
import { changeWeights } from '../../../src/node/store/weights';
import { temporaryFolder } from '../temporary-folder';
import { ofRecord, ofTemplate } from './stored-labels';

vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  return { ...real, mkdir: vi.fn(real.mkdir) as unknown as typeof real.mkdir };
});
vi.mock(import('../../../src/node/store/replace-file'), async (original) => {
  const { replaceFile } = await original();
  return { replaceFile: vi.fn(replaceFile) };
});

const folder = temporaryFolder();
const measure = { precision: 1, recall: 1, f1: 1 };
const weights = { at: '2026-11-22', bias: 0, weights: {}, before: measure, after: measure, folds: 2 };

afterEach(() => {
  vi.mocked(replaceFile).mockClear();
});

describe('a store that cannot be written', () => {
  it.each([
    ['ENOSPC', 'store-disk-full'],
    ['EDQUOT', 'store-disk-full'],
    ['EACCES', 'store-read-only'],
    ['EROFS', 'store-read-only'],
    ['EPERM', 'store-read-only'],
    ['EIO', 'store-not-written'],
  ])('by %s says so and stays as it was', async (code, problem) => {
    const path = join(folder, 'labels.jsonl');
    await new LabelStore(path).add(ofRecord('one'));
    const before = readFileSync(path, 'utf8');
    const failure = Object.assign(new Error(`${code}: no`), { code });
    const refusal = (file: string) => ({
      code: problem,
      sentence: { values: expect.arrayContaining([file]) },
    });
    vi.mocked(replaceFile).mockRejectedValueOnce(failure).mockRejectedValueOnce(failure);
    await expect(new LabelStore(path).add(ofRecord('two'))).rejects.toMatchObject(refusal(path));
    const learned = join(folder, 'weights.json');
    const refused = expect(
      changeWeights(learned, { from: null, to: { ...weights, groups: 1, records: 1 } }),
    ).rejects;
    await refused.toMatchObject(refusal(learned));
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('since its disk can only be read says so, whatever Node.js says of its folder', async () => {
    const failure = (code: string) => Object.assign(new Error(code), { code });
    vi.mocked(mkdir).mockRejectedValueOnce(failure('ENOENT')).mockRejectedValueOnce(failure('EROFS'));
    const path = join(folder, 'mounted', '.oddline', 'labels.jsonl');
    const refused = await new LabelStore(path).add(ofRecord('one')).catch((error) => error);
    expect(refused.sentence.pattern).toContain('a disk that can only be read');
  });

  it('goes on with the next change', async () => {
    const store = new LabelStore(join(folder, 'next', 'labels.jsonl'));
    vi.mocked(replaceFile).mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const changes = await Promise.allSettled([store.add(ofRecord('one')), store.add(ofTemplate('two'))]);
    expect(changes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect((await store.list()).labels).toEqual([ofTemplate('two')]);
  });

  it('since its folder is a file has no labels and takes none', async () => {
    mkdirSync(join(folder, 'occupied'));
    writeFileSync(join(folder, 'occupied', '.oddline'), '');
    const store = new LabelStore(join(folder, 'occupied', '.oddline', 'labels.jsonl'));
    expect((await store.list()).labels).toEqual([]);
    await expect(store.add(ofRecord('one'))).rejects.toMatchObject({ code: 'store-not-written' });
  });
});
