import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryPlace } from '../../../src/node/git/repository-place';
import { temporaryFolder } from '../temporary-folder';

const commit = 'c0ffee'.padEnd(40, '0');
const config = '[remote "origin"]\n\turl = git@github.com:shop/cart.git\n';
const index = 'DIRC…logs/cart.log\u0000…';
const address = `https://github.com/shop/cart/blob/${commit}/logs/cart.log#L2`;

/** Paths in the repository's folder → text. */
const repositories: readonly (readonly [string, Readonly<Record<string, string>>, string | undefined])[] = [
  [
    'on a branch',
    { HEAD: 'ref: refs/heads/main\n', 'refs/heads/main': `${commit}\n`, config, index },
    address,
  ],
  [
    'on a packed branch',
    { HEAD: 'ref: refs/heads/main', 'packed-refs': `# x\n${commit} refs/heads/main\n`, config, index },
    address,
  ],
  ['at a commit', { HEAD: commit, config, index }, address],
  ['that does not keep the log', { HEAD: commit, config, index: 'DIRC…' }, undefined],
  ['without a remote', { HEAD: commit, config: '[core]\n', index }, undefined],
  ['without a commit', { HEAD: 'ref: refs/heads/main', config, index }, undefined],
  ['whose branch leads elsewhere', { HEAD: 'ref: refs/../../x', config, index }, undefined],
];

describe('where a log is in a repository', () => {
  const folder = temporaryFolder();
  let made = 0;

  function write(root: string, files: Readonly<Record<string, string>>): string {
    for (const [name, text] of Object.entries({ ...files, 'logs/cart.log': '' })) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return path.join(root, 'logs/cart.log');
  }

  const within = (git: string, files: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${git}/${name}`, text]));

  it.each(repositories)('%s', async (_, git, expected) => {
    const place = await repositoryPlace(write(path.join(folder, `${made++}`), within('.git', git)));
    expect(place?.path).toBe('logs/cart.log');
    expect(place?.addressOf({ first: 2, last: 2 })).toBe(expected);
  });

  it('of which it is a further working tree', async () => {
    const root = path.join(folder, `${made++}`);
    write(root, within('main/.git', { config, 'refs/heads/main': commit }));
    write(
      root,
      within('main/.git/worktrees/other', { HEAD: 'ref: refs/heads/main', index, commondir: '../..' }),
    );
    const log = write(path.join(root, 'other'), { '.git': 'gitdir: ../main/.git/worktrees/other\n' });
    expect((await repositoryPlace(log))?.addressOf({ first: 2, last: 2 })).toBe(address);
  });
});
