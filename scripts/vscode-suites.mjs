import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { checkout, inCheckout } from './checkout.mjs';
import { CommandFailed, run } from './child-process.mjs';
import { installVscode } from './vscode/install.mjs';
import { newest } from './vscode/versions.mjs';

const bundles = '.cache/vscode-suites';

/** @typedef {'host' | 'ui'} SuiteKind */
/** What failed, each with its reason. @typedef {{ passed: number, failures: readonly string[] }} Counts */

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: checkout,
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
};

/** Bundles the suites and what runs them. Host suites are loaded by VS Code's `require`, UI suites by Node as modules. */
export async function bundleSuites() {
  rmSync(inCheckout(bundles), { recursive: true, force: true });
  await build({
    ...shared,
    entryPoints: ['test/extension/harness/host-main.ts', 'test/extension/host/*.test.ts'],
    outdir: `${bundles}/host`,
    outbase: 'test/extension',
    entryNames: '[name]',
    format: 'cjs',
    external: ['vscode', 'mocha'],
  });
  await build({
    ...shared,
    entryPoints: [
      'test/extension/harness/main.ts',
      'test/extension/ui/*.test.ts',
      'test/extension/bench/*.test.ts',
    ],
    outdir: `${bundles}/ui`,
    outbase: 'test/extension',
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    packages: 'external',
  });
}

/**
 * What of the UI the oldest VS Code is tried on besides all host suites: the main paths, trust, the other language. The rest (pictures of
 * themes, the demo, what is said of each kind of log) goes by the newest alone.
 */
const core = ['main-job', 'big-log', 'less-to-read', 'trust', 'chinese'].map((name) => `${name}.test.ts`);

/**
 * The bundled suites of a kind whose names hold `only`; where nothing is named, on the oldest VS Code the core.
 * @param {SuiteKind} kind
 * @param {string} [only]
 * @param {import('./vscode/versions.mjs').VscodeVersion} [version]
 */
export function suitesOf(kind, only = '', version = newest) {
  const extension = kind === 'host' ? '.js' : '.mjs';
  const isWhole = kind === 'host' || only !== '' || version.name === newest.name;
  const sources = readdirSync(inCheckout('test/extension', kind)).filter((file) => file.endsWith('.test.ts'));
  const isChosen = (/** @type {string} */ file) => file.includes(only) && (isWhole || core.includes(file));
  const chosen = sources.filter(isChosen);
  return chosen.map((file) => inCheckout(bundles, kind, file.replace(/\.ts$/, extension)));
}

/** @param {string} file @returns {Counts} */
function readCounts(file) {
  // No file: whatever ran the suites died. That is one failure, never a pass.
  if (!existsSync(file)) return { passed: 0, failures: [`${file} was not written`] };
  /** @type {{ passed: readonly string[], failed: readonly { title: string, error: string }[] }} */
  const { passed, failed } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: passed.length, failures: failed.map(({ title, error }) => `${title}: ${error}`) };
}

/**
 * Runs bundled suites of one kind on one VS Code, in a process of its own.
 * @param {SuiteKind} kind
 * @param {import('./vscode/versions.mjs').VscodeVersion} version
 * @param {{ chromium: string, vsix: string, only?: string }} options
 * @returns {Promise<Counts>}
 */
export function runSuites(kind, version, { chromium, vsix, only }) {
  return runFiles(suitesOf(kind, only, version), kind, version, { chromium, vsix });
}

/**
 * A bundled file of `test/extension/bench`, which measures and is no part of the tests.
 * @param {string} name
 * @param {import('./vscode/versions.mjs').VscodeVersion} version
 * @param {{ chromium: string, vsix: string }} options
 */
export function runMeasure(name, version, options) {
  return runFiles([inCheckout(bundles, 'ui', `${name}.test.mjs`)], 'ui', version, options);
}

/**
 * @param {readonly string[]} suites
 * @param {SuiteKind} kind
 * @param {import('./vscode/versions.mjs').VscodeVersion} version
 * @param {{ chromium: string, vsix: string }} options
 * @returns {Promise<Counts>}
 */
async function runFiles(suites, kind, version, { chromium, vsix }) {
  if (suites.length === 0) return { passed: 0, failures: [] };
  const results = inCheckout('test-results');
  const resultFile = path.join(results, `${kind}-${version.name}.json`);
  mkdirSync(results, { recursive: true });
  rmSync(resultFile, { force: true });
  const surroundings = {
    kind,
    version: version.name,
    install: await installVscode(version),
    modern: version.modern,
    chromium,
    vsix,
    suites,
    resultFile,
    screenshots: path.join(results, 'screenshots'),
  };
  const args = [inCheckout(bundles, 'ui/main.mjs'), JSON.stringify(surroundings)];
  await run(process.execPath, ['--enable-source-maps', ...args], { cwd: checkout }).catch((error) => {
    if (!(error instanceof CommandFailed)) throw error;
  });
  return readCounts(resultFile);
}
