import { chmodSync } from 'node:fs';
import { build } from 'esbuild';
import { laterBundles, loadedAtOnce, loadedLater } from './build/loaded-later.mjs';
import { writeNotices } from './build/notices.mjs';
import { writeSample } from './build/sample.mjs';
import { copyWasm, semanticBundle } from './build/semantic.mjs';
import { buildViews } from './build/views.mjs';
import { vscodeApi } from './build/vscode-api.mjs';
import { checkout, inCheckout } from './checkout.mjs';
import { runMain, step, ToldError } from './progress.mjs';

/**
 * `node scripts/build.mjs [--dev]`: dist/ and THIRD-PARTY-NOTICES.txt.
 * --dev adds source maps and leaves the code as it was written.
 */

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  {
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    plugins: [vscodeApi, loadedLater.plugin],
    supported: loadedLater.supported,
  },
  { entryPoints: ['src/node/worker/analysis-worker.ts'], outfile: 'dist/analysis-worker.js' },
  { entryPoints: ['src/node/parallel/segment-worker.ts'], outfile: 'dist/segment-worker.js' },
  { entryPoints: ['src/node/search/search-worker.ts'], outfile: 'dist/search-worker.js' },
  { entryPoints: ['src/node/log-code/log-code-worker.ts'], outfile: 'dist/log-code-worker.js' },
  { entryPoints: ['src/node/text-views/text-views-worker.ts'], outfile: 'dist/text-views-worker.js' },
  { entryPoints: ['src/node/sources/sources-worker.ts'], outfile: 'dist/sources-worker.js' },
  { entryPoints: ['src/node/lines/lines-worker.ts'], outfile: 'dist/lines-worker.js' },
  {
    entryPoints: ['src/node/semantic/semantic-worker.ts'],
    outfile: 'dist/semantic-worker.js',
    ...semanticBundle,
  },
  { entryPoints: ['src/node/dataset-worker/dataset-worker.ts'], outfile: 'dist/dataset-worker.js' },
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    plugins: [loadedLater.plugin],
    supported: loadedLater.supported,
  },
  ...[...laterBundles].map(([file, bundle]) => ({
    entryPoints: [file],
    outfile: `dist/${bundle}`,
    plugins: [loadedLater.plugin],
    supported: loadedLater.supported,
  })),
];

/** Large, and needed by few runs: each is in a bundle of its own. */
const neverAtOnce = {
  bundles: ['dist/extension.js', 'dist/cli.js', 'dist/assistant.js'],
  packages: /node_modules\/(?:openai|@modelcontextprotocol|re2js|@xenova|onnxruntime-web)\//,
};

const shared = (/** @type {boolean} */ dev) =>
  /** @type {const} */ ({
    absWorkingDir: checkout,
    bundle: true,
    platform: 'node',
    // VS Code 1.101 runs extensions on Node 22; the command line promises Node 20.
    target: 'node20',
    format: 'cjs',
    minify: !dev,
    sourcemap: dev,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });

/** @param {boolean} dev */
async function buildBundles(dev) {
  const building = bundles.map((bundle) => build({ ...shared(dev), ...bundle }));
  const views = buildViews({ dev, folder: 'dist/webview' });
  const built = await Promise.all([...building, views]).catch(() => {
    throw new ToldError('The code cannot be bundled: esbuild says above why.');
  });
  copyWasm(inCheckout('dist'));
  chmodSync(inCheckout('dist/cli.js'), 0o755);
  const metafiles = built.flatMap(({ metafile }) => metafile ?? []);
  const [early] = loadedAtOnce(metafiles, neverAtOnce);
  if (early)
    throw new ToldError(`${early}: import it by \`await import\`, as scripts/build/loaded-later.mjs says.`);
  writeNotices(metafiles);
}

await runMain(async () => {
  const dev = process.argv.includes('--dev');
  await step('Build the extension, its workers, its views and the command line', () => buildBundles(dev));
  await step('Write the sample log', writeSample);
});
