import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ignoredByGit } from '../../../src/node/git/ignored-by-git';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const ignored = 'generated/\n*.gen.ts\n!kept.gen.ts\n';

/** Paths in a folder of its own → text; a repository unless told otherwise. */
function tree(name: string, files: Readonly<Record<string, string>>, isRepository = true): string {
  const root = path.join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  if (isRepository) execFileSync('git', ['init', '-q', root]);
  return root;
}

const files = {
  '.gitignore': ignored,
  'src/cart.ts': '',
  'src/api.gen.ts': '',
  'src/kept.gen.ts': '',
  'src/generated/deep/model.ts': '',
  'a b/ü.gen.ts': '',
};

describe('git leaves out', () => {
  const cases = [
    ['src/cart.ts', false],
    ['src/api.gen.ts', true],
    ['src/kept.gen.ts', false],
    ['src/generated/deep/model.ts', true],
    ['a b/ü.gen.ts', true],
  ] as const;
  it.each(cases)('%s: %s', async (file, isIgnored) => {
    const root = tree('whole', files);
    expect((await ignoredByGit(root))(path.join(root, file))).toBe(isIgnored);
  });

  it('the same where a folder within the repository was opened', async () => {
    const root = path.join(tree('part', files), 'src');
    const isIgnored = await ignoredByGit(root);
    expect(['cart.ts', 'api.gen.ts'].map((file) => isIgnored(path.join(root, file)))).toEqual([false, true]);
  });

  it('nothing of an ignored folder that was opened itself', async () => {
    const root = path.join(tree('within', files), 'src', 'generated');
    expect((await ignoredByGit(root))(path.join(root, 'deep', 'model.ts'))).toBe(false);
  });

  it('nothing where there is no repository, or no folder', async () => {
    const root = tree('none', files, false);
    const isIgnored = await ignoredByGit(root);
    expect(isIgnored(path.join(root, 'src/api.gen.ts'))).toBe(false);
    expect((await ignoredByGit(path.join(root, 'gone')))(path.join(root, 'x'))).toBe(false);
  });

  it('without running what the repository names', async () => {
    const root = tree('monitored', files);
    const ran = path.join(folder, 'ran');
    const program = path.join(root, 'monitor.sh');
    writeFileSync(program, `#!/bin/sh\ntouch '${ran}'\n`);
    chmodSync(program, 0o755);
    execFileSync('git', ['-C', root, 'config', 'core.fsmonitor', program]);
    await ignoredByGit(root);
    expect(existsSync(ran)).toBe(false);
  });
});
