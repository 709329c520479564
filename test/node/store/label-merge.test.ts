import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { conflictsOf, type Label, LabelStore } from '../../../src/node/store/labels';
import { temporaryFolder } from '../temporary-folder';
import { ofRecord, ofTemplate } from './stored-labels';

const folder = temporaryFolder();
const ids = Array.from({ length: 16 }, (_, i) => `${i.toString(16)}0`.repeat(8));
const known: readonly Label[] = [...ids.map((id) => ofRecord(id)), ofTemplate('disk is full')];

/** What a merge of two people's changes to the known labels leaves, and whether git had no question. */
async function merged(name: string, ours: readonly Label[], theirs: readonly Label[]) {
  const repository = join(folder, name);
  mkdirSync(repository);
  const path = join(repository, '.oddline', 'labels.jsonl');
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
  const commit = async (labels: readonly Label[]) => {
    await new LabelStore(path).change(labels, []);
    git('add', '.');
    git('commit', '-qm', 'labels');
  };
  git('init', '-q', '-b', 'ours');
  await commit(known);
  git('checkout', '-qb', 'theirs');
  await commit(theirs);
  git('checkout', '-q', 'ours');
  await commit(ours);
  const { status } = spawnSync('git', [
    '-C',
    repository,
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@b',
    'merge',
    '-q',
    'theirs',
  ]);
  return { isClean: status === 0, path, ...(await new LabelStore(path).list()) };
}

it('git merges what two people labelled, line by line', async () => {
  const ours = [ofRecord('05'.repeat(8)), ofRecord('aa'.repeat(8)), ofRecord(ids[3], { label: 'anomalous' })];
  const theirs = [ofRecord('57'.repeat(8)), ofRecord('c9'.repeat(8)), ofTemplate('pool ran dry')];
  const { isClean, labels, damaged } = await merged('clean', ours, theirs);
  expect([isClean, damaged]).toEqual([true, []]);
  expect(labels).toHaveLength(known.length + 5);
  expect(labels).toEqual(expect.arrayContaining([...ours, ...theirs]));
});

it('what two people say otherwise of the same is a conflict, whatever git leaves of it', async () => {
  const [mine, yours] = [ofRecord(ids[3], { by: 'me' }), ofRecord(ids[3], { label: 'anomalous', by: 'you' })];
  const { isClean, path, labels, damaged } = await merged('disputed', [mine], [yours]);
  expect([isClean, damaged.length]).toEqual([false, 3]);
  expect(conflictsOf(labels)).toEqual([[mine, yours]]);
  expect(labels).toHaveLength(known.length + 1);
  await new LabelStore(path).add(yours);
  expect(conflictsOf((await new LabelStore(path).list()).labels)).toEqual([]);
  expect(readFileSync(path, 'utf8')).toContain('>>>>>>> theirs');
});
