import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { checkout, inCheckout } from '../checkout.mjs';

/**
 * The pages of webviews: ES modules for the browser, cut so that a page begins with what its first screen needs, and a style sheet with
 * the codicons' typeface beside it. What was built before goes: pieces are named by what is in them, and all of the folder is shipped.
 * @param {{ dev: boolean, folder: string }} options `folder` below the checkout
 */
export function buildViews({ dev, folder }) {
  rmSync(inCheckout(folder), { recursive: true, force: true });
  return build({
    absWorkingDir: checkout,
    entryPoints: [
      { in: 'webview/big-log/main.ts', out: 'big-log' },
      { in: 'webview/big-log/main.css', out: 'big-log' },
      { in: 'webview/dashboard/main.ts', out: 'dashboard' },
      { in: 'webview/dashboard/main.css', out: 'dashboard' },
      { in: 'webview/assistant/main.ts', out: 'assistant' },
      { in: 'webview/assistant/main.css', out: 'assistant' },
      { in: 'webview/dataset-export/main.ts', out: 'dataset-export' },
      { in: 'webview/dataset-export/main.css', out: 'dataset-export' },
    ],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    chunkNames: 'piece-[hash]',
    assetNames: '[name]',
    loader: { '.ttf': 'file' },
    minify: !dev,
    sourcemap: dev,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}
