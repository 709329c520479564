import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWithin } from '../../../src/extension/datasets/folder-within';
import { datasetPaths } from '../../../src/node/datasets/dataset-paths';
import { temporaryFolder } from '../../node/temporary-folder';

const folder = temporaryFolder();
const put = (name: string, text = '') => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};
for (const name of ['test.jsonl', 'train.jsonl', 'validation.jsonl.gz', 'labels.jsonl', 'data-card.json'])
  put(`set/${name}`);
for (const name of ['sequences/train.jsonl', 'features/train.csv', '.git/x.jsonl', 'a/b/deep.jsonl'])
  put(`study/${name}`);
put('made/data-card.json', '{"kind":"oddline-data-card"}');
put('other/data-card.json', 'no JSON');

describe('the files of a data set', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'of a folder, in the order of the splits',
      ['set'],
      ['set/train.jsonl', 'set/validation.jsonl.gz', 'set/test.jsonl'],
    ],
    ['of folders in it, one deep', ['study'], ['study/features/train.csv', 'study/sequences/train.jsonl']],
    [
      'named, each once',
      ['set/test.jsonl', 'set/train.jsonl', 'set/test.jsonl'],
      ['set/train.jsonl', 'set/test.jsonl'],
    ],
    ['that is gone, to be told of', ['gone.jsonl'], ['gone.jsonl']],
  ])('are found: %s', async (_, named, wanted) => {
    const found = await datasetPaths(named.map((name) => join(folder, name)));
    expect(found.map((path) => relative(folder, path))).toEqual(wanted);
  });
});

describe('the folder a data set goes to', () => {
  it.each<[string, string, string]>([
    ['itself where it does not exist', 'new', 'new'],
    ['itself where a data set is in it', 'made', 'made'],
    ['one of its own within one that holds other things', 'other', 'other/app-dataset'],
  ])('is %s', async (_, chosen, wanted) => {
    expect(await folderWithin(join(folder, chosen), 'app-dataset')).toBe(join(folder, wanted));
  });
});
