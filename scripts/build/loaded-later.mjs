import path from 'node:path';
import { checkout } from '../checkout.mjs';

/** What is a bundle of its own beside the one that imports it, by the file or the package it is made of: most runs need none of it. */
export const laterBundles = new Map([
  ['src/node/assistant/assistant.ts', 'assistant.js'],
  ['src/node/llm/openai-library.ts', 'openai.js'],
  ['re2js', 're2.js'],
  ['src/node/mcp/mcp-server.ts', 'mcp.js'],
  ['src/node/model-evaluation/model-evaluation.ts', 'model-evaluation.js'],
]);

/**
 * A dynamic import of one of these becomes a `require` of its bundle, which lies in the same folder. `supported` belongs to it: an `import()`
 * that is left as one would need Node to guess the names of a minified module.
 * @type {{ plugin: import('esbuild').Plugin, supported: Record<string, boolean> }}
 */
export const loadedLater = {
  supported: { 'dynamic-import': false },
  plugin: {
    name: 'loaded-later',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ kind, path: imported, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const bundle = laterBundles.get(imported.startsWith('.') ? fileOf(imported, resolveDir) : imported);
        return bundle === undefined ? undefined : { path: `./${bundle}`, external: true };
      });
    },
  },
};

/** Relative to the checkout, with slashes. @param {string} imported @param {string} folder */
function fileOf(imported, folder) {
  const file = path.relative(checkout, path.resolve(folder, `${imported}.ts`));
  return file.split(path.sep).join('/');
}

/**
 * Where a package came into a bundle that is to load it later, a static import did it: activation would pay for it.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {{ bundles: readonly string[], packages: RegExp }} what
 * @returns {string[]} one `bundle: file` each
 */
export function loadedAtOnce(metafiles, { bundles, packages }) {
  return metafiles.flatMap(({ outputs }) =>
    Object.entries(outputs).flatMap(([output, { inputs }]) =>
      bundles.includes(output)
        ? Object.keys(inputs).flatMap((file) => (packages.test(file) ? [`${output}: ${file}`] : []))
        : [],
    ),
  );
}
