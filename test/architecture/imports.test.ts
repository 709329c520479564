import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout, plantTree } from './tree';

/** Each rule of .dependency-cruiser.mjs with an import it must report; a rule without a case fails below. */
const forbidden: readonly { rule: string; from: string; code: string }[] = [
  {
    rule: 'no-cycles',
    from: 'src/engine/a-cycle.ts',
    code: "import { b } from './b-cycle'; export const a = b;",
  },
  {
    rule: 'no-cycles',
    from: 'src/engine/a-type.ts',
    code: "import type { B } from './b-type'; export type A = B[];",
  },
  { rule: 'unresolvable', from: 'src/node/lost.ts', code: "import './nowhere';" },
  { rule: 'no-dev-dependency-in-src', from: 'src/node/dev.ts', code: "import 'build-tool';" },
  {
    rule: 'vscode-only-in-extension',
    from: 'src/node/editor.ts',
    code: "import * as vscode from 'vscode'; vscode;",
  },
  {
    rule: 'vscode-only-in-extension',
    from: 'src/protocol/editor.ts',
    code: "import type { Uri } from 'vscode'; export type U = Uri;",
  },
  { rule: 'engine-imports-engine-only', from: 'src/engine/up.ts', code: "import '../node/files';" },
  { rule: 'engine-is-pure', from: 'src/engine/reads.ts', code: "import 'node:fs';" },
  { rule: 'engine-npm-short-list', from: 'src/engine/package.ts', code: "import 'shipped';" },
  { rule: 'protocol-is-interfaces', from: 'src/protocol/up.ts', code: "import '../node/files';" },
  {
    rule: 'protocol-engine-types-only',
    from: 'src/protocol/run.ts',
    code: "import { value } from '../engine/model'; value;",
  },
  { rule: 'network-in-sources-and-llm-only', from: 'src/node/dials.ts', code: "import 'node:https';" },
  { rule: 'network-in-sources-and-llm-only', from: 'src/cli/asks.ts', code: "import 'openai';" },
  {
    rule: 'assistant-loaded-later',
    from: 'src/extension/detect/asks.ts',
    code: "import { ask } from '../../node/assistant/assistant'; ask;",
  },
  {
    rule: 'assistant-loaded-later',
    from: 'src/cli/model.ts',
    code: "import { model } from '../node/llm/endpoint-model'; model;",
  },
  { rule: 'protocol-stands-alone', from: 'src/protocol/core.ts', code: "import 'node:fs';" },
  { rule: 'protocol-stands-alone', from: 'src/protocol/package.ts', code: "import 'shipped';" },
  { rule: 'node-knows-no-face', from: 'src/node/up.ts', code: "import '../cli/print';" },
  {
    rule: 'extension-engine-types-only',
    from: 'src/extension/detect/run.ts',
    code: "import { value } from '../../engine/model'; value;",
  },
  {
    rule: 'extension-reaches-no-other-face',
    from: 'src/extension/detect/cli.ts',
    code: "import '../../cli/print';",
  },
  { rule: 'slices-are-strangers', from: 'src/extension/detect/peek.ts', code: "import '../hover/hover';" },
  { rule: 'slices-are-strangers', from: 'src/extension/detect/up.ts', code: "import '../extension';" },
  { rule: 'shared-knows-no-slice', from: 'src/extension/shared/up.ts', code: "import '../hover/hover';" },
  { rule: 'cli-knows-no-editor', from: 'src/cli/editor.ts', code: "import '../extension/shared/ok';" },
  {
    rule: 'webview-knows-protocol-only',
    from: 'webview/list/engine.ts',
    code: "import '../../src/node/files';",
  },
  { rule: 'webview-is-dom-only', from: 'webview/list/core.ts', code: "import 'node:fs';" },
  { rule: 'views-are-strangers', from: 'webview/list/peek.ts', code: "import '../chart/chart';" },
  {
    rule: 'nothing-shipped-imports-tests-or-scripts',
    from: 'src/node/test.ts',
    code: "import '../../test/case';",
  },
];

/** What the tree above stands on, and imports that are allowed. */
const allowed: Record<string, string> = {
  'src/node/sources/dials.ts': "import 'node:https';",
  'src/node/llm/endpoint-model.ts': "import 'openai'; import 'node:https'; export const model = 1;",
  'src/node/assistant/assistant.ts': 'export const ask = 1; export type Asked = string;',
  'src/extension/detect/later.ts':
    "import type { Asked } from '../../node/assistant/assistant'; export const a = (text: Asked) => import('../../node/assistant/assistant').then(({ ask }) => [ask, text]);",
  'src/engine/b-cycle.ts': "import { a } from './a-cycle'; export const b: number = a;",
  'src/engine/b-type.ts': "import type { A } from './a-type'; export type B = { a: A };",
  'src/engine/model.ts': 'export const value = 1; export type Value = number;',
  'src/engine/forest.ts': "import 'ml-isolation-forest';",
  'src/protocol/ok.ts': "import type { Value } from '../engine/model'; export type V = Value;",
  'src/node/files.ts':
    "import 'node:fs'; import { value } from '../engine/model'; export const read = value;",
  'src/cli/print.ts': "import '../node/files'; import '../engine/model';",
  'src/extension/extension.ts': "import './detect/ok'; import * as vscode from 'vscode'; vscode;",
  'src/extension/detect/ok.ts':
    "import type { Value } from '../../engine/model'; import '../shared/ok'; import '../../node/files'; export type V = Value;",
  'src/extension/shared/ok.ts': 'export const shared = 1;',
  'src/extension/hover/hover.ts': 'export const hover = 1;',
  'webview/chart/chart.ts':
    "import '../shared/ok'; import type { V } from '../../src/protocol/ok'; export type W = V;",
  'webview/shared/ok.ts': 'export const shared = 1;',
  'test/case.ts': 'export const test = 1;',
};

const packages = ['build-tool', 'shipped', 'ml-isolation-forest', 'openai', '@types/vscode'];
const surroundings: Record<string, string> = {
  'tsconfig.base.json': '{ "compilerOptions": { "module": "preserve", "moduleResolution": "bundler" } }',
  'package.json': JSON.stringify({
    dependencies: { shipped: '1', 'ml-isolation-forest': '1', openai: '1' },
    devDependencies: { 'build-tool': '1', '@types/vscode': '1' },
  }),
  ...Object.fromEntries(
    packages.flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: '1.0.0', main: 'index.js', types: 'index.d.ts' }),
      ],
      [`node_modules/${name}/index.d.ts`, 'export type Uri = string;'],
      ...(name.startsWith('@types/') ? [] : [[`node_modules/${name}/index.js`, '']]),
    ]),
  ),
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

function cruise(root: string): readonly Violation[] {
  const depcruise = path.join(checkout, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    '--config',
    path.join(checkout, '.dependency-cruiser.mjs'),
    '--output-type',
    'json',
    'src',
    'webview',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, [depcruise, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser said: ${stdout}${stderr}`);
  return JSON.parse(stdout).summary.violations;
}

describe('the import rules bite', () => {
  const planted = Object.fromEntries(forbidden.map(({ from, code }) => [from, code]));
  const tree = plantTree({ ...surroundings, ...allowed, ...planted });
  let violations: readonly Violation[] = [];
  beforeAll(() => {
    violations = cruise(tree.root);
  });
  afterAll(tree.remove);

  it.each(forbidden)('$rule: $from', ({ rule, from }) => {
    expect(
      violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name),
    ).toContain(rule);
  });

  it('reports no file that keeps to them', () => {
    const inCycle = ['src/engine/b-cycle.ts', 'src/engine/b-type.ts'];
    const files = Object.keys(allowed).filter((file) => !inCycle.includes(file));
    expect(violations.filter(({ from }) => files.includes(from))).toEqual([]);
  });

  it('has a case for every rule, and each rule tells its cure', async () => {
    const { default: config } = await import(path.join(checkout, '.dependency-cruiser.mjs'));
    const rules: { name: string; comment: string }[] = config.forbidden;
    expect(rules.map(({ name }) => name).sort()).toEqual(
      [...new Set(forbidden.map(({ rule }) => rule))].sort(),
    );
    for (const { comment } of rules) expect(comment.length).toBeGreaterThan(40);
  });
});
