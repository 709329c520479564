import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { reasonPatterns } from '../../src/engine/triage/sentences';
import { allSources, collectPatterns, type Scan } from './collect-patterns';

const bundle = strings('l10n/bundle.l10n.zh-cn.json');
const english = strings('package.nls.json');
const chinese = strings('package.nls.zh-cn.json');
const manifestKeys = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(
  (match) => match[1],
);

function strings(path: string): Record<string, string> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g))].sort();
}

describe('sentences in the sources', () => {
  let scan: Scan;
  beforeAll(() => {
    scan = collectPatterns(allSources());
  });

  test('are known to the compiler, so that translators see them all', () => {
    expect(scan.unknown.filter((place) => !translators.some((file) => place.includes(file)))).toEqual([]);
  });

  test('include the reasons the engine lists', () => {
    const found = new Set(scan.found.map(({ pattern }) => pattern));
    expect(reasonPatterns.filter((pattern) => !found.has(pattern))).toEqual([]);
  });

  test('each have a Chinese one', () => {
    const missing = scan.found.filter(({ pattern }) => !(pattern in bundle));
    expect(missing).toEqual([]);
  });

  test('are still there for each Chinese one', () => {
    const used = new Set(scan.found.map(({ pattern }) => pattern));
    expect(Object.keys(bundle).filter((pattern) => !used.has(pattern))).toEqual([]);
  });
});

/** They turn any sentence into the user's language, and call `l10n.t` with whatever pattern it has. */
const translators = ['src/extension/shared/localise.ts', 'webview/shared/tell.ts'];

describe('the manifest', () => {
  test('has its strings in both languages, and no more', () => {
    const used = [...new Set(manifestKeys)].sort();
    expect(Object.keys(english).sort()).toEqual(used);
    expect(Object.keys(chinese).sort()).toEqual(used);
  });
});

describe('translations', () => {
  const pairs = [
    ...Object.entries(bundle),
    ...Object.entries(english).map(([key, text]) => [text, chinese[key] ?? ''] as const),
  ];

  test.each(pairs)('%s', (source, translation) => {
    expect(placeholders(translation)).toEqual(placeholders(source));
    // Commands in links must survive.
    expect(translation.match(/\(command:[^)]*\)/g)).toEqual(source.match(/\(command:[^)]*\)/g));
    expect(translation).toMatch(/\p{Script=Han}|^\P{L}*$/u);
  });
});
