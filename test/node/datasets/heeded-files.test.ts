import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { heededFiles } from '../../../src/node/datasets/heeded-files';
import { holdsDataset } from '../../../src/node/datasets/holds-dataset';
import { splitsOfCard } from '../../../src/node/datasets/replaced-files';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();

it('what is named on a data card are regular files of a store, each once', async () => {
  writeFileSync(join(folder, 'labels.jsonl'), '{}');
  mkdirSync(join(folder, 'weights.json'));
  expect(await heededFiles([folder, folder])).toEqual([join(folder, 'labels.jsonl')]);
});

it.runIf(existsSync('/dev/zero'))('a card that has no end is none', async () => {
  const set = join(folder, 'set');
  mkdirSync(set);
  symlinkSync('/dev/zero', join(set, 'data-card.json'));
  expect(await holdsDataset(set)).toBe(false);
  expect(await splitsOfCard(set)).toEqual([]);
});
