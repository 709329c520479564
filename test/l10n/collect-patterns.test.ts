import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectPatterns, type Scan } from './collect-patterns';

let folder: string;
/** One program for all cases: the compiler's own libraries are most of the work. */
let scan: Scan;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oddline-l10n-'));
  for (const [index, { code }] of cases.entries()) writeFileSync(fileOf(index), declarations + code);
  scan = collectPatterns(cases.map((_, index) => fileOf(index)));
});

afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(index: number): string {
  return join(folder, `${index}.ts`);
}

const declarations = `
  export {};
  declare const l10n: { t(text: string, ...values: unknown[]): string };
  declare const given: string;
  interface Sentence { readonly pattern: string; readonly values: readonly unknown[] }
`;

const cases: readonly {
  readonly code: string;
  readonly patterns: readonly string[];
  readonly unknown?: number;
}[] = [
  { code: `l10n.t('a literal', 1);`, patterns: ['a literal'] },
  { code: `l10n.t(given === '' ? 'either' : 'or');`, patterns: ['either', 'or'] },
  {
    code: `const name = 'a constant'; const s: Sentence = { pattern: name, values: [] };`,
    patterns: ['a constant'],
  },
  { code: `const table = { a: 'in a table' } as const; l10n.t(table.a);`, patterns: ['in a table'] },
  {
    code: `const problems = { a: { pattern: 'spread' }, b: { pattern: 'from a table' } } as const;
      const make = (code: 'a' | 'b', values: unknown[]): Sentence => ({ ...problems[code], values });`,
    patterns: ['spread', 'from a table'],
  },
  {
    code: `const inner = (pattern: string): Sentence => ({ pattern, values: [] });
      function outer(text: string) { return inner(text); }
      outer('through two functions');`,
    patterns: ['through two functions'],
  },
  { code: `const copy = (s: Sentence): Sentence => ({ pattern: s.pattern, values: [1] });`, patterns: [] },
  { code: `const template = { pattern: 'no sentence: nothing goes into it', count: 1 };`, patterns: [] },
  { code: 'l10n.t(given);', patterns: [], unknown: 1 },
  { code: "l10n.t(given + '!');", patterns: [], unknown: 1 },
];

test.each(cases.map((one, index) => ({ ...one, file: fileOf.bind(undefined, index) })))(
  '$code',
  ({ patterns, unknown = 0, file }) => {
    const here = (place: string) => place.startsWith(`${relative('', file())}:`);
    const found = scan.found.filter(({ place }) => here(place));
    expect(found.map(({ pattern }) => pattern).toSorted()).toEqual(patterns.toSorted());
    expect(scan.unknown.filter(here)).toHaveLength(unknown);
  },
);
