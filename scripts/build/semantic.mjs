import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { inCheckout } from '../checkout.mjs';

/** The one file of WebAssembly that runs without threads on all that Node 20 and VS Code run on: 10 MB. */
const wasm = 'ort-wasm-simd.wasm';

/** The library wants a function there, or it throws when it is loaded. Nobody gives it a picture. */
const noPictures = 'export default function noPictures() { throw new Error("no pictures here"); }';

/**
 * `@xenova/transformers` as it is shipped. In Node it would take `onnxruntime-node`, 220 MB of native code for every system, and `sharp`,
 * which is native, too: WebAssembly takes the place of the one, nothing that of the other.
 * @type {import('esbuild').Plugin}
 */
const inWebAssembly = {
  name: 'in-web-assembly',
  setup(build) {
    build.onResolve({ filter: /^onnxruntime-node$/ }, ({ resolveDir, kind }) =>
      build.resolve('onnxruntime-web', { resolveDir, kind }),
    );
    build.onResolve({ filter: /^sharp$/ }, () => ({ path: 'sharp', namespace: 'no-pictures' }));
    build.onLoad({ filter: /./, namespace: 'no-pictures' }, () => ({ contents: noPictures }));
  },
};

/** Options of the thread's bundle. @type {Pick<import('esbuild').BuildOptions, 'plugins' | 'define' | 'banner'>} */
export const semanticBundle = {
  plugins: [inWebAssembly],
  // The library asks where it lies, which a bundle of CommonJS has no word for.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
};

/** Beside the thread's bundle. @param {string} folder */
export function copyWasm(folder) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(inCheckout('node_modules/onnxruntime-web/dist', wasm), path.join(folder, wasm));
}
