import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  findProgram,
  ownPlaces,
  type ProgramPlaces,
} from '../../../../src/node/sources/processes/find-program';
import { temporaryFolder } from '../../temporary-folder';

const folder = temporaryFolder();
const [first, second] = ['first', 'second'].map((name) => {
  mkdirSync(join(folder, name));
  return join(folder, name);
});

function program(path: string, mode = 0o755): string {
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}

const early = program(join(first, 'logs'));
program(join(second, 'logs'));
const late = program(join(second, 'journal'));
const noProgram = program(join(first, 'journal'), 0o644);
mkdirSync(join(first, 'folder'));

const path = [first, second].join(':');

function find(name: string, places: Partial<ProgramPlaces> = {}): Promise<string> {
  return findProgram(name, { ...ownPlaces(), platform: 'linux', path, ...places });
}

test.each([
  ['the first on PATH', 'logs', early],
  ['the first that may be run', 'journal', late],
  ['a whole path as it is', late, late],
])('%s', async (_, name, expected) => {
  expect(await find(name)).toBe(expected);
});

test.each([
  ['none of that name', 'nowhere', 'program-missing'],
  ['a folder is no program', 'folder', 'program-missing'],
  ['what may not be run', noProgram, 'program-forbidden'],
  ['a whole path to nothing', '/no/such/program', 'program-forbidden'],
  ['a path relative to a folder', './logs', 'program-relative'],
  ['a path into a folder', 'bin/logs', 'program-relative'],
  ['a path of Windows', 'bin\\logs', 'program-relative'],
  ['no name', '', 'program-relative'],
])('%s is refused', async (_, name, code) => {
  await expect(find(name)).rejects.toMatchObject({ code });
});

test.each([
  ['the folder this process is in', ':'],
  ['a relative folder', '.:bin'],
])('%s on PATH is passed over', async (_, path) => {
  const before = process.cwd();
  process.chdir(first);
  try {
    await expect(find('logs', { path })).rejects.toMatchObject({ code: 'program-missing' });
  } finally {
    process.chdir(before);
  }
});

test('Windows runs .exe and .com, and nothing that needs a shell', async () => {
  const files = ['C:\\tools\\logs.exe', 'C:\\tools\\script.cmd'];
  const isRunnable = async (file: string) => files.includes(file);
  const windows: Partial<ProgramPlaces> = { platform: 'win32', path: '.;tools;C:\\tools', isRunnable };
  expect(await find('logs', windows)).toBe(files[0]);
  expect(await find('logs.exe', windows)).toBe(files[0]);
  await expect(find('script', windows)).rejects.toMatchObject({ code: 'program-missing' });
  await expect(find('script.cmd', windows)).rejects.toMatchObject({ code: 'program-missing' });
});
