import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LabelStore } from '../../../src/node/store/labels';
import {
  canKeepStore,
  type KeptWeights,
  moveStore,
  weightsToChoose,
} from '../../../src/node/store/store-folder';
import {
  type StoreLocation,
  type StoreQuestion,
  storeLocation,
} from '../../../src/node/store/store-location';
import { changeWeights, readWeights } from '../../../src/node/store/weights';
import { temporaryFolder } from '../temporary-folder';

const question: StoreQuestion = {
  file: '/home/a/shop/logs/app.log',
  workspaceFolders: ['/home/a/shop', '/home/a/shop/logs', '/home/a/sho'],
  isWritable: () => true,
  globalStorage: '/storage',
  contentKey: '0123456789abcdef',
};
const byContent = '/storage/logs/0123456789abcdef';

describe('storeLocation', () => {
  it.each<[string, Partial<StoreQuestion>, string, string, string | undefined]>([
    ['the nearest folder', {}, 'workspace', '/home/a/shop/logs/.oddline', '/home/a/shop/logs'],
    [
      'the only folder',
      { workspaceFolders: ['/home/a/shop'] },
      'workspace',
      '/home/a/shop/.oddline',
      '/home/a/shop',
    ],
    ['outside of any folder', { file: '/var/log/syslog' }, 'global', byContent, undefined],
    [
      'a folder whose name only begins alike',
      { workspaceFolders: ['/home/a/sh'] },
      'global',
      byContent,
      undefined,
    ],
    [
      'a file named like a way up',
      { file: '/home/a/shop/..app.log' },
      'workspace',
      '/home/a/shop/.oddline',
      '/home/a/shop',
    ],
    ['no workspace', { workspaceFolders: [] }, 'global', byContent, undefined],
    ['no file', { file: null }, 'global', byContent, undefined],
    ['a read-only folder', { isWritable: () => false }, 'global', byContent, '/home/a/shop/logs'],
  ])('%s', (_, changes, kind, folder, workspaceFolder) => {
    expect(storeLocation({ ...question, ...changes })).toEqual({
      kind,
      folder,
      workspaceFolder,
      labels: `${folder}/labels.jsonl`,
      weights: `${folder}/weights.json`,
    });
  });

  it.each(['../../etc', '', '0123456789ABCDEF', '0123456789abcdef0'])(
    'refuses the content key %j',
    (contentKey) => {
      expect(() => storeLocation({ ...question, file: null, contentKey })).toThrow('content key');
    },
  );
});

const folder = temporaryFolder();

describe('canKeepStore', () => {
  it('asks the folder itself while it has no .oddline', async () => {
    expect(await canKeepStore(folder)).toBe(true);
    expect(await canKeepStore(join(folder, 'nowhere'))).toBe(false);
  });

  it('takes a file in the place of the folder for no', async () => {
    const workspace = join(folder, 'occupied');
    mkdirSync(workspace);
    writeFileSync(join(workspace, '.oddline'), '');
    expect(await canKeepStore(workspace)).toBe(false);
  });
});

describe('moveStore', () => {
  const place = (name: string) =>
    storeLocation({ ...question, file: null, globalStorage: join(folder, name) });
  const header = '{"oddline":"labels","version":2}';
  const [old, recent] = ['2026-01-31T12:00:00Z', '2026-02-28T12:00:00Z'];
  const line = (finding: string, at: string) => `{"at":"${at}","finding":"${finding}","label":"normal"}`;

  function write(name: string, ...lines: string[]) {
    const location = place(name);
    mkdirSync(location.folder, { recursive: true });
    writeFileSync(location.labels, `${[header, ...lines].join('\n')}\n`);
    return location;
  }

  it('adds what is missing, keeps what is there, takes damaged lines along and empties the source', async () => {
    const from = write('from', line('a', recent), line('b', recent), '{damaged');
    const to = write('to', line('a', old));
    await moveStore(from, to, 'both');
    expect(readFileSync(to.labels, 'utf8')).toBe(
      `${[header, line('a', old), line('b', recent), '{damaged'].join('\n')}\n`,
    );
    expect((await new LabelStore(from.labels).list()).labels).toEqual([]);
  });

  it.each([
    ['nothing', 'nothing-there', 'empty-target'],
    ['to the same place', 'from-same', 'from-same'],
  ])('moves %s without writing', async (_, fromName, toName) => {
    await moveStore(place(fromName), place(toName), 'both');
    expect((await new LabelStore(place(toName).labels).list()).labels).toEqual([]);
  });

  const measure = { precision: 1, recall: 1, f1: 1 };
  const learned = { bias: 1, weights: {}, before: measure, after: measure, folds: 2, groups: 2, records: 4 };
  const timesOf = (...places: readonly StoreLocation[]) =>
    Promise.all(places.map(async ({ weights }) => (await readWeights(weights))?.at));

  it('takes what was learned along', async () => {
    const [from, to] = [write('learned'), write('unlearned')];
    await changeWeights(from.weights, { from: null, to: { at: old, ...learned } });
    expect(await weightsToChoose(from, to)).toBeNull();
    await moveStore(from, to, 'both');
    expect(await timesOf(from, to)).toEqual([undefined, old]);
  });

  it.each<[KeptWeights, string | undefined, string]>([
    ['both', old, recent],
    ['moved', undefined, old],
    ['there', undefined, recent],
  ])('of weights learned in both places keeps %s', async (kept, here, there) => {
    const [from, to] = [write(`from-${kept}`), write(`to-${kept}`)];
    await changeWeights(from.weights, { from: null, to: { at: old, ...learned } });
    await changeWeights(to.weights, { from: null, to: { at: recent, ...learned } });
    expect(await weightsToChoose(from, to)).toMatchObject({ moved: { at: old }, there: { at: recent } });
    await moveStore(from, to, kept);
    expect(await timesOf(from, to)).toEqual([here, there]);
  });

  it('asks nothing of weights that are the same', async () => {
    const [from, to] = [write('from-equal'), write('to-equal')];
    for (const { weights } of [from, to])
      await changeWeights(weights, { from: null, to: { at: old, ...learned } });
    expect(await weightsToChoose(from, to)).toBeNull();
    await moveStore(from, to, 'both');
    expect(await timesOf(from, to)).toEqual([undefined, old]);
  });

  it('loses nothing when the target is of a newer version', async () => {
    const from = write('kept', line('a', recent));
    const to = write('newer');
    writeFileSync(to.labels, '{"oddline":"labels","version":99}\n');
    await expect(moveStore(from, to, 'both')).rejects.toMatchObject({ code: 'newer-store' });
    expect((await new LabelStore(from.labels).list()).labels).toHaveLength(1);
  });
});
