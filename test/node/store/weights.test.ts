import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type AgreedWeights,
  changeWeights,
  readWeights,
  removeWeights,
} from '../../../src/node/store/weights';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const agreed: AgreedWeights = {
  at: '2026-11-22T13:00:00Z',
  by: 'Ada',
  bias: -1.25,
  weights: { rarity: 2, level: 0.5 },
  before: { precision: 0.81, recall: 0.9, f1: 0.85 },
  after: { precision: 0.93, recall: 0.92, f1: 0.92 },
  folds: 5,
  groups: 37,
  records: 9600,
};

describe('weights', () => {
  it('are there until they are removed', async () => {
    const path = join(folder, 'new', 'weights.json');
    expect(await readWeights(path)).toBeNull();
    await changeWeights(path, { from: null, to: agreed });
    expect(await readWeights(path)).toEqual(agreed);
    await removeWeights(path);
    await removeWeights(path);
    expect(await readWeights(path)).toBeNull();
  });

  it('are the same bytes whatever order they were learned in', async () => {
    const [one, other] = ['one.json', 'other.json'].map((name) => join(folder, name));
    await changeWeights(one, { from: null, to: agreed });
    await changeWeights(other, { from: null, to: { ...agreed, weights: { level: 0.5, rarity: 2 } } });
    expect(readFileSync(one, 'utf8')).toBe(readFileSync(other, 'utf8'));
  });

  it('change only from what they were taken for: those of another window stay', async () => {
    const path = join(folder, 'changed.json');
    const other = { ...agreed, by: 'Mei' };
    expect(await changeWeights(path, { from: null, to: agreed })).toBe(true);
    expect(await changeWeights(path, { from: null, to: other })).toBe(false);
    expect(await changeWeights(path, { from: other, to: null })).toBe(false);
    expect(await readWeights(path)).toEqual(agreed);
    expect(await changeWeights(path, { from: agreed, to: other })).toBe(true);
    expect(await changeWeights(path, { from: other, to: null })).toBe(true);
    expect(await readWeights(path)).toBeNull();
  });

  const file = { oddline: 'weights', version: 1, ...agreed };
  it.each<[string, string, string]>([
    ['of a newer version', JSON.stringify({ ...file, version: 2 }), 'newer-store'],
    ['that are no JSON', '{"oddline":"weights"', 'damaged-weights'],
    ['that are null', 'null', 'damaged-weights'],
    ['of another kind', JSON.stringify({ ...file, oddline: 'labels' }), 'damaged-weights'],
    ['without a version', JSON.stringify({ ...file, version: undefined }), 'damaged-weights'],
    ['that are no numbers', JSON.stringify({ ...file, weights: { level: '1' } }), 'damaged-weights'],
    ['in a list', JSON.stringify({ ...file, weights: [1] }), 'damaged-weights'],
    ['beyond any number', JSON.stringify(file).replace('-1.25', '1e999'), 'damaged-weights'],
    [
      'with a measure above 1',
      JSON.stringify({ ...file, after: { ...agreed.after, f1: 2 } }),
      'damaged-weights',
    ],
    ['of a time that is none', JSON.stringify({ ...file, at: 'then' }), 'damaged-weights'],
    ['of half a person', JSON.stringify({ ...file, folds: 0.5 }), 'damaged-weights'],
  ])('%s are refused by name and stay, whatever is learned anew', async (_, text, code) => {
    const path = join(folder, 'refused.json');
    writeFileSync(path, text);
    await expect(readWeights(path)).rejects.toMatchObject({
      code,
      sentence: { values: expect.arrayContaining([path]) },
    });
    await expect(changeWeights(path, { from: null, to: agreed })).rejects.toMatchObject({ code });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
