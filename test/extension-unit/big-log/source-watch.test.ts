import { appendFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SourceWatch } from '../../../src/extension/big-log/source-watch';
import { temporaryFolder } from '../../node/temporary-folder';

const folder = temporaryFolder();
const names = ['ferry.log', 'pier.log'];
const pathOf = (name: string) => join(folder, name);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Case {
  readonly what: string;
  readonly happens: () => void;
  readonly isFollowed: boolean;
  readonly isMerge: boolean;
  readonly told: readonly string[];
}

const grows = (name: string) => () => appendFileSync(pathOf(name), 'left\n');

const cases: readonly Case[] = [
  {
    what: 'the first grows',
    happens: grows(names[0]),
    isFollowed: true,
    isMerge: true,
    told: ['grown-beside'],
  },
  { what: 'the last grows', happens: grows(names[1]), isFollowed: true, isMerge: true, told: [] },
  { what: 'a rotated file grows', happens: grows(names[0]), isFollowed: true, isMerge: false, told: [] },
  { what: 'one grows', happens: grows(names[0]), isFollowed: false, isMerge: true, told: ['grown'] },
  {
    what: 'one is deleted',
    happens: () => rmSync(pathOf(names[0])),
    isFollowed: false,
    isMerge: true,
    told: ['gone'],
  },
];

it.each(cases)('tells $told when $what (followed: $isFollowed, merge: $isMerge)', async (one) => {
  for (const name of names) writeFileSync(pathOf(name), 'moored\n');
  const sources = names.map((name) => {
    const { size, mtimeMs, ino } = statSync(pathOf(name));
    return { path: pathOf(name), file: { size, modifiedMs: mtimeMs, inode: ino }, spooled: false };
  });
  const told: string[] = [];
  let looks = 0;
  const isFollowed = () => {
    looks++;
    return one.isFollowed;
  };
  const watch = new SourceWatch(() => sources, {
    isFollowed,
    isMerge: one.isMerge,
    tell: (problem) => void told.push(problem?.code ?? 'nothing'),
    grown: () => void told.push('grown'),
  });
  one.happens();
  vi.advanceTimersByTime(2000);
  // Each look asks before and behind what it reads of the disk.
  await expect.poll(() => looks).toBe(2);
  watch.dispose();
  expect(told).toEqual(one.told);
});
