import { appendFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fileStep, WatchedFile } from '../../../src/node/files/watched-file';
import type { FileState } from '../../../src/protocol/file-state';
import { temporaryFolder } from '../temporary-folder';

describe('what happened to a file', () => {
  const state: FileState = { size: 10, modifiedMs: 5, inode: 1 };

  it.each([
    ['nothing', state, state, 'same'],
    ['it was never there', undefined, undefined, 'same'],
    ['more was written', state, { ...state, size: 11, modifiedMs: 6 }, 'grown'],
    ['it was cut', state, { ...state, size: 9 }, 'cut'],
    ['another has its name', state, { ...state, inode: 2 }, 'replaced'],
    ['as much was written anew', state, { ...state, modifiedMs: 6 }, 'rewritten'],
    ['it was deleted', state, undefined, 'gone'],
    ['it came again', undefined, state, 'back'],
  ] as const)('%s', (_, before, now, step) => {
    expect(fileStep(before, now)).toBe(step);
  });
});

describe('a watched file', () => {
  const folder = temporaryFolder();
  let watched: WatchedFile | undefined;
  let made = 0;
  afterEach(() => watched?.dispose());

  async function begun(): Promise<{ readonly file: string; readonly watched: WatchedFile }> {
    const file = path.join(folder, `${made++}.log`);
    writeFileSync(file, 'one\ntwo\n');
    const begins = new WatchedFile(file);
    watched = begins;
    expect(await begins.look()).toEqual({ step: 'back', missedLines: 0 });
    return { file, watched: begins };
  }

  it.each([
    ['is left alone', () => undefined, 'same', 0],
    ['grows', (file: string) => appendFileSync(file, 'three\n'), 'grown', 0],
    ['is cut', (file: string) => truncateSync(file, 0), 'cut', 0],
    ['is touched', (file: string) => utimesSync(file, 1, 1), 'rewritten', 0],
    ['is deleted', (file: string) => rmSync(file), 'gone', 0],
    ['is renamed and made again', (file: string) => rotate(file, ''), 'replaced', 0],
    ['got lines before it was renamed', (file: string) => rotate(file, 'three\nfour\n'), 'replaced', 2],
  ] as const)('that %s', async (_, change, step, missedLines) => {
    const { file, watched: one } = await begun();
    change(file);
    expect(await one.look()).toEqual({ step, missedLines });
    expect((await one.look()).step).toBe('same');
  });

  it('that got lines before it was deleted, and comes again', async () => {
    const { file, watched: one } = await begun();
    appendFileSync(file, 'three\n');
    rmSync(file);
    expect(await one.look()).toEqual({ step: 'gone', missedLines: 1 });
    writeFileSync(file, 'four\n');
    expect(await one.look()).toEqual({ step: 'back', missedLines: 0 });
  });

  it('that is given up while lines of the former file are counted counts them to the end', async () => {
    const { file, watched: one } = await begun();
    rotate(file, 'three\nfour\n');
    const probe = await open(file);
    const read = vi.spyOn(Object.getPrototypeOf(probe) as FileHandle, 'read');
    await probe.close();
    let givenUp: Promise<void> | undefined;
    read.mockImplementationOnce(async function (this: FileHandle, ...args: Parameters<FileHandle['read']>) {
      givenUp = one.dispose();
      // A handle that is closed at once is closed by then.
      await stat(file);
      return this.read(...args);
    } as FileHandle['read']);
    expect(await one.look()).toEqual({ step: 'replaced', missedLines: 2 });
    await givenUp;
    read.mockRestore();
  });

  function rotate(file: string, last: string): void {
    appendFileSync(file, last);
    renameSync(file, `${file}.1`);
    writeFileSync(file, 'five\n');
  }
});
