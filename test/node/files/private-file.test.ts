import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { privateFile } from '../../../src/node/files/private-file';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const isRoot = process.geteuid?.() === 0;
let shared: string;
/** Where the file's folder is expected. */
let usual: string;

beforeEach(() => {
  shared = mkdtempSync(join(folder, 'tmp-'));
  usual = join(shared, `sample-${process.geteuid?.()}`);
  vi.stubEnv('TMPDIR', shared);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const write = (text: string) => privateFile('sample', 'a.log', text);

describe('privateFile', () => {
  it('has the same place each time, with the text of the last, and nobody else may look', async () => {
    const first = await write('one');
    expect(await write('two')).toBe(first);
    expect(first).toBe(join(usual, 'a.log'));
    expect(readFileSync(first, 'utf8')).toBe('two');
    expect(statSync(usual).mode & 0o777).toBe(0o700);
    expect(readdirSync(shared)).toHaveLength(1);
    expect(readdirSync(usual)).toEqual(['a.log']);
  });

  it('is left alone where it holds the text already', async () => {
    const before = statSync(await write('one')).ino;
    expect(statSync(await write('one')).ino).toBe(before);
  });

  it.each<[string, () => void, boolean]>([
    ['a link to a folder', () => symlinkSync(mkdtempSync(join(folder, 'victim-')), usual), true],
    ['a link to nowhere', () => symlinkSync(join(folder, 'nowhere'), usual), true],
    ['a file', () => writeFileSync(usual, ''), true],
    ['a folder others may write to', () => openFolder(0o777), true],
    ['a folder others may look into', () => openFolder(0o755), true],
    ['a folder of somebody else', () => foreignFolder(), isRoot],
  ])('takes another folder where %s stands in its place', async (_, plant, possible) => {
    if (!possible) return;
    plant();
    const path = await write('text');
    expect(dirname(path)).not.toBe(usual);
    expect(readFileSync(path, 'utf8')).toBe('text');
    expect(lstatSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(existsSync(join(usual, 'a.log'))).toBe(false);
  });

  it('says so where the temporary folder cannot be written', async () => {
    vi.stubEnv('TMPDIR', join(folder, 'no such folder'));
    await expect(write('text')).rejects.toMatchObject({ name: 'InputError', code: 'no-room' });
  });

  function openFolder(mode: number): void {
    mkdirSync(usual);
    chmodSync(usual, mode);
  }

  function foreignFolder(): void {
    mkdirSync(usual, { mode: 0o700 });
    chownSync(usual, 65_534, 65_534);
  }
});
