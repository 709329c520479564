import { chmodSync } from 'node:fs';
import { build } from 'esbuild';
import { writeNotices } from './build/notices.mjs';
import { writeSample } from './build/sample.mjs';
import { buildViews } from './build/views.mjs';
import { vscodeApi } from './build/vscode-api.mjs';
import { checkout, inCheckout } from './checkout.mjs';
import { runMain, step, ToldError } from './progress.mjs';

/**
 * `node scripts/build.mjs [--dev]`: dist/ and THIRD-PARTY-NOTICES.txt.
 * --dev adds source maps and leaves the code as it was written.
 */

/** @type {readonly { entryPoints: string[], outfile: string, plugins?: import('esbuild').Plugin[] }[]} */
const bundles = [
  { entryPoints: ['src/extension/extension.ts'], outfile: 'dist/extension.js', plugins: [vscodeApi] },
  { entryPoints: ['src/node/worker/analysis-worker.ts'], outfile: 'dist/analysis-worker.js' },
  { entryPoints: ['src/node/parallel/segment-worker.ts'], outfile: 'dist/segment-worker.js' },
  { entryPoints: ['src/node/search/search-worker.ts'], outfile: 'dist/search-worker.js' },
  { entryPoints: ['src/node/log-code/log-code-worker.ts'], outfile: 'dist/log-code-worker.js' },
  { entryPoints: ['src/node/text-views/text-views-worker.ts'], outfile: 'dist/text-views-worker.js' },
  { entryPoints: ['src/node/sources/sources-worker.ts'], outfile: 'dist/sources-worker.js' },
  { entryPoints: ['src/node/lines/lines-worker.ts'], outfile: 'dist/lines-worker.js' },
  { entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js' },
];

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
  chmodSync(inCheckout('dist/cli.js'), 0o755);
  writeNotices(built.map((result) => result.metafile));
}

await runMain(async () => {
  const dev = process.argv.includes('--dev');
  await step('Build the extension, its workers, its views and the command line', () => buildBundles(dev));
  await step('Write the sample log', writeSample);
});
