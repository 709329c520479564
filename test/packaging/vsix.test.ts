import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const checkout = path.resolve(__dirname, '../..');
const megabyte = 1e6;
const allowedLicences = /^(MIT|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0)$/;
/** Pictures, of which their licence asks that their makers are named. */
const allowedPictures = new Map([['@vscode/codicons', /^CC-BY-4\.0$/]]);

/** Its licence is in its file: Apache's. */
const namedByFile = new Map([['node_modules/flatbuffers', /^SEE LICENSE IN LICENSE\.txt$/]]);
/** What the library of semantic search would take for pictures and for native code: no bundle holds any of it. */
const stayingBehind = /^(sharp|onnxruntime-node)$|^@img\//;

/** The files users get. One more or less is a decision: change this list with it. */
const expectedFiles = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'THIRD-PARTY-NOTICES.txt',
  'dist/analysis-worker.js',
  'dist/assistant.js',
  'dist/cli.js',
  'dist/dataset-worker.js',
  'dist/extension.js',
  'dist/lines-worker.js',
  'dist/log-code-worker.js',
  'dist/mcp.js',
  'dist/model-evaluation.js',
  'dist/openai.js',
  'dist/ort-wasm-simd.wasm',
  'dist/re2.js',
  'dist/sample/shop.log',
  'dist/search-worker.js',
  'dist/segment-worker.js',
  'dist/semantic-worker.js',
  'dist/sources-worker.js',
  'dist/text-views-worker.js',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
];
/** Folders whose every file is shipped: what lies in them is made to be shipped. */
const wholeFolders = ['dist/webview', 'l10n', 'media', 'syntaxes'];

const node = (script: string, ...args: string[]) =>
  execFileSync(process.execPath, [path.join(checkout, script), ...args], { cwd: checkout, encoding: 'utf8' });

function filesBelow(folder: string): string[] {
  const entries = readdirSync(path.join(checkout, folder), { recursive: true, encoding: 'utf8' });
  const files = entries.map((entry) => path.posix.join(folder, entry.split(path.sep).join('/')));
  return files.filter((file) => statSync(path.join(checkout, file)).isFile());
}

describe('what is shipped', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'oddline-vsix-'));
  const vsix = path.join(scratch, 'oddline.vsix');
  beforeAll(() => node('scripts/package.mjs', vsix));
  afterAll(() => rmSync(scratch, { recursive: true }));

  it('is the expected files and no others (vsce ls)', () => {
    const listed = node('scripts/package.mjs', '--list').trim().split('\n');
    expect(listed.sort()).toEqual([...expectedFiles, ...wholeFolders.flatMap(filesBelow)].sort());
  });

  it('is smaller than 8 MB, WebAssembly for semantic search included', () => {
    expect(statSync(vsix).size).toBeLessThan(8 * megabyte);
  });

  it('holds no native module and no source map', () => {
    const dist = filesBelow('dist');
    expect(dist.filter((file) => file.endsWith('.node'))).toEqual([]);
    for (const file of dist.filter((name) => name.endsWith('.js'))) {
      expect(readFileSync(path.join(checkout, file), 'utf8')).not.toContain('sourceMappingURL=data:');
    }
  });

  it('names every bundled package, with its licence text, under a licence we ship', () => {
    const notices = readFileSync(path.join(checkout, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const entries = [...notices.matchAll(/^(\S+) (\d+\.\d+\.\d+\S*) \((.+)\)$/gm)];
    expect(entries.map(([, name]) => name)).toContain('ml-isolation-forest');
    for (const [line, name, , licence] of entries) {
      expect(licence, line).toMatch(allowedPictures.get(String(name)) ?? allowedLicences);
      expect(existsSync(path.join(checkout, 'node_modules', String(name))), line).toBe(true);
      expect(String(name)).not.toMatch(stayingBehind);
    }
  });

  it('is all that a direct dependency may bring: its licences, and those of its dependencies, are ones we ship', () => {
    const lock = JSON.parse(readFileSync(path.join(checkout, 'package-lock.json'), 'utf8'));
    const shipped = Object.entries<{ dev?: boolean; license?: string }>(lock.packages).filter(
      ([name, { dev }]) => name !== '' && !dev && !stayingBehind.test(name.replace('node_modules/', '')),
    );
    expect(shipped.length).toBeGreaterThan(0);
    for (const [name, { license }] of shipped)
      expect(license, name).toMatch(namedByFile.get(name) ?? allowedLicences);
  });
});
