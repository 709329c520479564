import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout, plantTree } from './tree';

const layers = ['engine', 'protocol', 'node', 'cli', 'extension'];

/** What the compiler alone must refuse in each layer, and the same kind of thing where it is allowed. */
const cases: readonly { file: string; code: string; compiles: boolean }[] = [
  {
    file: 'engine/node-module.ts',
    code: "import { readFileSync } from 'node:fs'; readFileSync('');",
    compiles: false,
  },
  { file: 'engine/prints.ts', code: "console.log('');", compiles: false },
  { file: 'engine/waits.ts', code: 'setTimeout(() => {}, 1);', compiles: false },
  { file: 'engine/browses.ts', code: 'document.title;', compiles: false },
  { file: 'engine/process.ts', code: 'process.exit();', compiles: false },
  { file: 'engine/up.ts', code: "import { idle } from '../node/idle'; idle;", compiles: false },
  {
    file: 'protocol/node-module.ts',
    code: "import { readFileSync } from 'node:fs'; readFileSync('');",
    compiles: false,
  },
  { file: 'protocol/up.ts', code: "import { idle } from '../node/idle'; idle;", compiles: false },
  { file: 'node/browses.ts', code: 'document.title;', compiles: false },
  { file: 'node/up.ts', code: "import { still } from '../extension/still'; still;", compiles: false },
  { file: 'cli/up.ts', code: "import { still } from '../extension/still'; still;", compiles: false },
  { file: 'extension/sideways.ts', code: "import { print } from '../cli/prints'; print;", compiles: false },
  { file: 'engine/pure.ts', code: 'export const pure = 1;', compiles: true },
  { file: 'protocol/speaks.ts', code: "export type { pure } from '../engine/pure';", compiles: true },
  {
    file: 'node/reads.ts',
    code: "import { readFileSync } from 'node:fs'; export const read = readFileSync;",
    compiles: true,
  },
  { file: 'cli/prints.ts', code: 'export const print = () => console.log(process.argv);', compiles: true },
  {
    file: 'extension/shows.ts',
    code: "import { window } from 'vscode'; export const shown = window;",
    compiles: true,
  },
];

/** What the wrong imports reach for. */
const targets = {
  'src/node/idle.ts': 'export const idle = 1;',
  'src/extension/still.ts': 'export const still = 1;',
};

const copied = (file: string) => [file, readFileSync(path.join(checkout, file), 'utf8')] as const;

function compile(root: string): string {
  const tsc = path.join(checkout, 'node_modules/typescript/bin/tsc');
  const args = [tsc, '--build', '--pretty', 'false', 'src/cli', 'src/extension'];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).stdout;
}

describe('the compiler keeps the layers apart', () => {
  const tree = plantTree(
    {
      ...targets,
      ...Object.fromEntries(cases.map(({ file, code }) => [`src/${file}`, code])),
      ...Object.fromEntries(
        ['tsconfig.base.json', ...layers.map((layer) => `src/${layer}/tsconfig.json`)].map(copied),
      ),
    },
    ['node_modules'],
  );
  let errors = '';
  beforeAll(() => {
    errors = compile(tree.root);
  });
  afterAll(tree.remove);

  it.each(cases)('$file compiles: $compiles', ({ file, compiles }) => {
    const own = errors.split('\n').filter((line) => line.includes(`src/${file}(`));
    expect(own.length === 0, own.join('\n')).toBe(compiles);
  });
});
