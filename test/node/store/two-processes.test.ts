import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { LabelStore } from '../../../src/node/store/labels';
import { type HeldLock, whileLocked } from '../../../src/node/store/store-lock';
import { temporaryFolder } from '../temporary-folder';
import { ofRecord } from './stored-labels';

const folder = temporaryFolder();
const writer = join(folder, 'label-writer.cjs');
const each = 20;

beforeAll(async () => {
  const entryPoints = [join(import.meta.dirname, 'label-writer.ts')];
  await build({ entryPoints, outfile: writer, bundle: true, platform: 'node', format: 'cjs' });
});

it('of labels that two processes give at once none is lost', async () => {
  const path = join(folder, 'shared', 'labels.jsonl');
  const names = ['one', 'other'];
  const processes = names.map((name) => fork(writer, [path, name, String(each)]));
  await Promise.all(processes.map((process) => once(process, 'message')));
  for (const process of processes) process.send('begin');
  const codes = await Promise.all(processes.map((process) => once(process, 'exit')));
  expect(codes.map(([code]) => code)).toEqual([0, 0]);
  const { labels, damaged } = await new LabelStore(path).list();
  const given = names.flatMap((name) => Array.from({ length: each }, (_, i) => ofRecord(`${name}-${i}`)));
  expect([labels.length, damaged]).toEqual([given.length, []]);
  expect(labels).toEqual(expect.arrayContaining(given));
  expect(readdirSync(dirname(path))).toEqual(['labels.jsonl']);
});

function lockedBy(name: string, holder: string): string {
  const path = join(folder, name, 'labels.jsonl');
  mkdirSync(dirname(path));
  writeFileSync(join(dirname(path), '.labels.jsonl.lock'), holder);
  return path;
}

it('the lock of a process that has ended is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const path = lockedBy('ended', `${hostname()} ${pid} a`);
  await new LabelStore(path).add(ofRecord('a'));
  expect((await new LabelStore(path).list()).labels).toEqual([ofRecord('a')]);
});

it.each([
  ['of another machine', 'elsewhere 1 a'],
  ['that says nothing', ''],
])('a lock %s that shows no sign of life is taken over', async (name, holder) => {
  expect(await whileLocked(lockedBy(name, holder), async () => 'done', 50)).toBe('done');
});

it('who lost the lock knows it, and leaves it to who has it', async () => {
  const path = lockedBy('slept', '');
  const lock = join(dirname(path), '.labels.jsonl.lock');
  const work = async ({ isHeld }: HeldLock) => {
    const before = await isHeld();
    writeFileSync(lock, 'elsewhere 1 a');
    return [before, await isHeld()];
  };
  expect(await whileLocked(path, work, 50)).toEqual([true, false]);
  expect(readFileSync(lock, 'utf8')).toBe('elsewhere 1 a');
});
