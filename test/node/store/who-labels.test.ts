import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whoLabels } from '../../../src/node/store/who-labels';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(folder, 'no-such-settings'));
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function repository(name: string, user: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  execFileSync('git', ['init', '-q', path]);
  execFileSync('git', ['-C', path, 'config', 'user.name', user]);
  return join(path, 'app.log');
}

it.each([
  ['the name git commits under', 'Ada 王', 'Ada 王'],
  ['on one line, without control characters', 'Ada\n\u001b[31m Byron\t', 'Ada [31m Byron'],
  ['of a bounded length', 'A'.repeat(300), 'A'.repeat(200)],
  ['the account where the name is blank', '  ', userInfo().username],
])('%s', async (title, name, expected) => {
  expect(await whoLabels(repository(title.replaceAll(' ', '-'), name))).toBe(expected);
});

it('is the account where git says nothing', async () => {
  expect(await whoLabels(join(folder, 'nowhere', 'app.log'))).toBe(userInfo().username);
});
