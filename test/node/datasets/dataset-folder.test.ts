import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WrittenFile } from '../../../src/node/datasets/dataset-file';
import { type DatasetFolder, writeFolder } from '../../../src/node/datasets/dataset-folder';
import { temporaryFolder } from '../temporary-folder';

const root = temporaryFolder();
let places = 0;
let place: string;
let folder: string;
beforeEach(() => {
  place = join(root, String(places++));
  mkdirSync(place);
  folder = join(place, 'set');
});

const usual = { replaces: false, sources: [], signal: new AbortController().signal };
let written: WrittenFile | undefined;
const fill = async (open: DatasetFolder) => {
  await open.write('a.txt', ['one ', 'two']);
  written = await open.write('deep/b.txt', ['字']);
};
/** What was written there before was a data set. */
const writeCard = () =>
  writeFileSync(join(folder, 'data-card.json'), JSON.stringify({ kind: 'oddline-data-card', files: [] }));
/** One look: between two, the file may go. */
const isStill = (name: string, text: string) => {
  try {
    return readFileSync(join(folder, name), 'utf8') === text;
  } catch {
    return false;
  }
};
const filesIn = (path: string) => readdirSync(path, { recursive: true }).map(String).sort();

describe('a folder of a data set', () => {
  it('is written, with length and hash of each file', async () => {
    await writeFolder(folder, usual, fill);
    expect(filesIn(place)).toEqual(
      ['set', 'set/a.txt', 'set/deep', 'set/deep/b.txt'].map((path) => join(path)),
    );
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('one two');
    expect(written).toEqual({
      name: 'deep/b.txt',
      bytes: 3,
      sha256: 'c55038b272b109b8bfdb6b59dd1b1048ffa58361caa3d16f56ee881f34ce34f0',
    });
  });

  it('is there only when it is finished', async () => {
    await writeFolder(folder, usual, async (open) => {
      await fill(open);
      expect(filesIn(place)).not.toContain('set');
    });
    expect(filesIn(place)).toContain('set');
  });

  it('keeps what else is in it', async () => {
    mkdirSync(folder);
    writeCard();
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await writeFolder(folder, { ...usual, replaces: true }, fill);
    expect(filesIn(folder)).toContain('notes.txt');
  });

  it('loses splits of the data set before that are not made again, and no other file its card names', async () => {
    mkdirSync(folder);
    const files = ['train.csv', 'test.jsonl', '../beside.txt', 'notes.txt'].map((name) => ({ name }));
    for (const { name } of files) writeFileSync(join(folder, name), 'old');
    writeFileSync(join(folder, 'validation.csv'), 'of another');
    writeFileSync(join(folder, 'data-card.json'), JSON.stringify({ kind: 'oddline-data-card', files }));
    await writeFolder(folder, { ...usual, replaces: true }, async (open) => {
      await open.write('test.jsonl', ['new']);
      await open.write('data-card.json', ['{}']);
    });
    expect(filesIn(place)).toEqual([
      'beside.txt',
      'set',
      ...['data-card.json', 'notes.txt', 'test.jsonl', 'validation.csv'].map((name) => join('set', name)),
    ]);
    expect(readFileSync(join(folder, 'test.jsonl'), 'utf8')).toBe('new');
  });

  it('is as it was where one of its files cannot be replaced', async () => {
    mkdirSync(join(folder, 'deep', 'b.txt'), { recursive: true });
    writeCard();
    writeFileSync(join(folder, 'a.txt'), 'old');
    writeFileSync(join(folder, 'deep', 'b.txt', 'mine'), 'mine');
    await expect(writeFolder(folder, { ...usual, replaces: true }, fill)).rejects.toThrow();
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
    expect(readFileSync(join(folder, 'deep', 'b.txt', 'mine'), 'utf8')).toBe('mine');
    expect(readdirSync(place)).toEqual(['set']);
  });

  it('is whole when it is cancelled while its files are put in their place', async () => {
    mkdirSync(folder);
    writeCard();
    writeFileSync(join(folder, 'a.txt'), 'old');
    const control = new AbortController();
    const wishes = { ...usual, replaces: true, signal: control.signal };
    const filled = writeFolder(folder, wishes, fill);
    // The old file has gone from its place: from here on nothing is discarded.
    while (isStill('a.txt', 'old')) await setImmediate();
    control.abort();
    await filled;
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('one two');
    expect(readFileSync(join(folder, 'deep', 'b.txt'), 'utf8')).toBe('字');
    expect(readdirSync(place)).toEqual(['set']);
  });

  it('is refused where something is in it, unless that may be replaced', async () => {
    mkdirSync(join(folder, 'deep'), { recursive: true });
    writeFileSync(join(folder, 'deep/b.txt'), 'old');
    await expect(writeFolder(folder, usual, fill)).rejects.toMatchObject({ code: 'export-folder-taken' });
    expect(filesIn(folder)).toEqual(['deep', join('deep/b.txt')]);
    await expect(writeFolder(folder, { ...usual, replaces: true }, fill)).rejects.toMatchObject({
      code: 'export-folder-foreign',
    });
    expect(readFileSync(join(folder, 'deep/b.txt'), 'utf8')).toBe('old');
    writeCard();
    await writeFolder(folder, { ...usual, replaces: true }, fill);
    expect(readFileSync(join(folder, 'deep/b.txt'), 'utf8')).toBe('字');
  });

  it('is left as it was where something fails half-way', async () => {
    const failing = async (open: DatasetFolder) => {
      await fill(open);
      await open.begin('open.txt');
      throw new Error('no more');
    };
    await expect(writeFolder(folder, usual, failing)).rejects.toThrow('no more');
    expect(filesIn(place)).toEqual([]);
  });

  it('takes the folders above with it that were made for it', async () => {
    const failing = () => Promise.reject(new Error('no more'));
    await expect(writeFolder(join(place, 'a/b/set'), usual, failing)).rejects.toThrow('no more');
    expect(filesIn(place)).toEqual([]);
    await writeFolder(join(place, 'a/b/set'), usual, fill);
    expect(filesIn(place)).toContain(join('a/b/set/a.txt'));
  });

  it('is gone at once when it is cancelled', async () => {
    const abort = new AbortController();
    const cancelled = async (open: DatasetFolder) => {
      await open.write('a.txt', ['one']);
      expect(filesIn(place)).not.toEqual([]);
      abort.abort();
      expect(filesIn(place)).toEqual([]);
      await open.write('b.txt', ['two']);
    };
    const writing = writeFolder(folder, { ...usual, signal: abort.signal }, cancelled);
    await expect(writing).rejects.toMatchObject({ code: 'export-cancelled' });
    expect(filesIn(place)).toEqual([]);
  });

  it('that cannot be made is told in a sentence', async () => {
    writeFileSync(folder, 'a file');
    await expect(writeFolder(join(folder, 'below'), usual, fill)).rejects.toMatchObject({
      code: 'export-not-written',
      sentence: { values: [join(folder, 'below'), expect.any(String)] },
    });
  });
});
