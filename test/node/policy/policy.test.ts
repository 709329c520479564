import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsedPolicy } from '../../../src/node/policy/policy';
import { policyPath, policyPaths, readPolicy } from '../../../src/node/policy/read-policy';
import { redactionFor } from '../../../src/node/policy/redaction';
import { temporaryFolder } from '../temporary-folder';

const path = '/etc/oddline/policy.json';

describe('a policy file', () => {
  it.each([
    ['{ "redaction": "required" }', 'read', true],
    ['\uFEFF{ "redaction": "required" }', 'read', true],
    ['{ "redaction": "optional" }', 'read', false],
    ['{}', 'read', false],
    ['', 'damaged', true],
    ['{ "redaction": ', 'damaged', true],
    ['[]', 'damaged', true],
    ['null', 'damaged', true],
    ['{ "redaction": true }', 'damaged', true],
    ['{ "redaction": "require" }', 'damaged', true],
    ['{ "redaction": "optional", "hosts": [] }', 'damaged', true],
  ] as const)('%j is %s; redaction is forced: %s', (text, state, requiresRedaction) => {
    const policy = parsedPolicy(text, path);
    expect([policy.state, policy.requiresRedaction]).toEqual([state, requiresRedaction]);
    expect(policy.problem !== null).toBe(state === 'damaged');
    if (policy.problem) expect(policy.problem.values[0]).toBe(path);
  });

  it('stands where only administrators write', () => {
    expect(policyPath('linux', undefined)).toBe(path);
    expect(policyPath('darwin', undefined)).toBe(path);
    expect(policyPath('win32', 'D:\\Data')).toBe('D:\\Data\\oddline\\policy.json');
    expect(policyPath('win32', undefined)).toBe('C:\\ProgramData\\oddline\\policy.json');
  });

  it('is looked for where Windows usually keeps it, whatever the environment says', () => {
    expect(policyPaths('win32', 'D:\\Data')).toEqual([
      'D:\\Data\\oddline\\policy.json',
      'C:\\ProgramData\\oddline\\policy.json',
    ]);
    expect(policyPaths('linux', 'D:\\Data')).toEqual([path]);
  });

  it('is read from the disk; none forces nothing, one that cannot be read forces all', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'policy.json');
    expect(readPolicy([file])).toMatchObject({ state: 'none', requiresRedaction: false, path: file });
    await writeFile(file, '{ "redaction": "required" }');
    expect(readPolicy([file])).toMatchObject({ state: 'read', requiresRedaction: true });
    const directory = join(folder, 'directory');
    await mkdir(directory);
    expect(readPolicy([directory])).toMatchObject({ state: 'damaged', requiresRedaction: true });
    const link = join(folder, 'link.json');
    await symlink(join(folder, 'nowhere.json'), link);
    expect(readPolicy([link])).toMatchObject({ state: 'damaged', requiresRedaction: true });
    const missing = join(folder, 'missing.json');
    expect(readPolicy([missing, file])).toMatchObject({ requiresRedaction: true, path: file });
    expect(readPolicy([missing, join(folder, 'gone.json')])).toMatchObject({ state: 'none', path: missing });
  });
});

const none = { path, state: 'none', requiresRedaction: false, problem: null } as const;
const forcing = parsedPolicy('{ "redaction": "required" }', path);
const damaged = parsedPolicy('?', path);
const local = { kind: 'local', host: 'localhost:11434' } as const;
const remote = { kind: 'remote', host: 'api.example.com' } as const;

describe('whether secrets are hidden', () => {
  it.each([
    [true, false, remote, none, true, 'setting'],
    [true, false, local, none, true, 'setting'],
    [true, true, local, none, false, 'setting'],
    [true, true, remote, none, true, 'setting'],
    [false, false, remote, none, false, 'setting'],
    [false, true, local, forcing, true, 'policy'],
    [true, true, local, forcing, true, 'policy'],
    [false, false, remote, damaged, true, 'policy'],
  ] as const)(
    'setting %s, local exempted %s, to %j, by %j: %s, decided by the %s',
    (setting, exemptLocal, destination, policy, redacts, decidedBy) => {
      expect(redactionFor({ setting, exemptLocal, destination, policy })).toMatchObject({
        redacts,
        decidedBy,
      });
    },
  );

  it('is told with what is wrong with a damaged policy', () => {
    const { sentence } = redactionFor({
      setting: true,
      exemptLocal: false,
      destination: local,
      policy: damaged,
    });
    expect(sentence).toBe(damaged.problem);
  });
});
