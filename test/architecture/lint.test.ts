import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout, plantTree } from './tree';

const clock = 'The engine has no clock';
const chance = 'The engine has no randomness';
const console = 'noConsole';

const cases: readonly { file: string; code: string; reported: string | undefined }[] = [
  { file: 'src/engine/a.ts', code: 'export const a = Math.random();', reported: chance },
  { file: 'src/engine/b.ts', code: 'export const b = { roll: Math.random };', reported: chance },
  { file: 'src/engine/c.ts', code: 'const { random } = Math;\nexport const c = random();', reported: chance },
  {
    file: 'src/engine/forest/seeded-math-random.ts',
    code: 'export const d = Math.random();',
    reported: undefined,
  },
  { file: 'src/engine/e.ts', code: 'export const e = Date.now();', reported: clock },
  { file: 'src/engine/f.ts', code: 'export const f = new Date();', reported: clock },
  {
    file: 'src/engine/g.ts',
    code: 'export const g = new Date(Date.UTC(2026, 1)).getTime() + Math.abs(1);',
    reported: undefined,
  },
  { file: 'src/node/h.ts', code: 'export const h = Date.now() + Math.random();', reported: undefined },
  { file: 'src/node/i.ts', code: "console.log('i');", reported: console },
  { file: 'src/extension/j.ts', code: "console.log('j');", reported: console },
  { file: 'src/cli/k.ts', code: "console.log('k');", reported: undefined },
  { file: 'test/l.test.ts', code: 'await vi.waitFor(() => expect(1).toBe(1));', reported: 'expect.poll' },
  {
    file: 'test/m.test.ts',
    code: 'await vi.waitUntil(() => true, { timeout: 5 });',
    reported: 'expect.poll',
  },
  {
    file: 'test/n.test.ts',
    code: 'const since = 0;\nexpect(performance.now() - since).toBeLessThan(5);',
    reported: 'processor time',
  },
  {
    file: 'test/o.test.ts',
    code: 'await expect.poll(() => performance.now()).toBe(1);',
    reported: undefined,
  },
];

/** File → the lint messages on it. */
function lint(root: string): Map<string, string> {
  const biome = path.join(checkout, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', 'src', 'test'], {
    cwd: root,
    encoding: 'utf8',
  });
  const found = new Map<string, string>();
  for (const { category, message, description, location } of JSON.parse(stdout).diagnostics) {
    const file = typeof location.path === 'string' ? location.path : location.path.file;
    const said = `${category} ${JSON.stringify(message ?? description)}`;
    found.set(file, `${found.get(file) ?? ''}${said}\n`);
  }
  return found;
}

describe('the lint rules bite', () => {
  const tree = plantTree(Object.fromEntries(cases.map(({ file, code }) => [file, `${code}\n`])));
  let messages = new Map<string, string>();
  beforeAll(() => {
    copyFileSync(path.join(checkout, 'biome.json'), path.join(tree.root, 'biome.json'));
    mkdirSync(path.join(tree.root, 'scripts'));
    cpSync(path.join(checkout, 'scripts/lint'), path.join(tree.root, 'scripts/lint'), { recursive: true });
    messages = lint(tree.root);
  });
  afterAll(tree.remove);

  it.each(cases)('$file ($code)', ({ file, reported }) => {
    if (reported === undefined) expect(messages.get(file)).toBeUndefined();
    else expect(messages.get(file)).toContain(reported);
  });
});
