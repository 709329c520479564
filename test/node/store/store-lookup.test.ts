import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nearestStore } from '../../../src/node/store/store-lookup';
import { temporaryFolder } from '../temporary-folder';

const root = temporaryFolder();

function folders(...paths: string[]): void {
  for (const path of paths) mkdirSync(join(root, path), { recursive: true });
}

describe('the store of a log on the command line', () => {
  folders(
    'a/.oddline',
    'a/b/c',
    'r/.oddline',
    'r/repo/.git',
    'r/repo/logs/old',
    'both/.git',
    'both/.oddline',
  );
  symlinkSync(join(root, 'a/b'), join(root, 'r/link'));

  it.each([
    ['beside the log', 'a/app.log', 'a/.oddline', 'a/.oddline'],
    ['above it', 'a/b/c/app.log', 'a/.oddline', 'a/.oddline'],
    ['not beyond a repository', 'r/repo/logs/old/app.log', undefined, 'r/repo/.oddline'],
    ['at the top of a repository', 'both/app.log', 'both/.oddline', 'both/.oddline'],
    ['above what a link leads to', 'r/link/app.log', 'a/.oddline', 'a/.oddline'],
  ])('%s', async (_, log, folder, wouldBe) => {
    expect(await nearestStore(join(root, log))).toEqual({
      folder: folder && join(root, folder),
      wouldBe: join(root, wouldBe),
    });
  });
});
