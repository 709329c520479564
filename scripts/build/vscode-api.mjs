import { readFileSync } from 'node:fs';
import { checkout, inCheckout } from '../checkout.mjs';

/** Values of the API by their names; types leave nothing behind. */
const declared = /^\texport (?:abstract )?(?:class|enum|namespace|const|function) (\w+)/gm;

/** A member nobody uses is not called for: esbuild shakes the line out. */
function namedOnce() {
  const types = readFileSync(inCheckout('node_modules/@types/vscode/index.d.ts'), 'utf8');
  const names = new Set([...types.matchAll(declared)].flatMap(([, name]) => name ?? []));
  const lines = [...names].map((name) => `export const ${name} = /* @__PURE__ */ member("${name}");`);
  return ['const api = require("vscode");', 'const member = (name) => api[name];', ...lines].join('\n');
}

/**
 * VS Code's API as one module of names. Left to itself esbuild makes a copy of all its members (about 400, each with a getter) in every
 * file that imports it (more than 200): that was most of the time activation took.
 * @type {import('esbuild').Plugin}
 */
export const vscodeApi = {
  name: 'vscode-api',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ kind }) =>
      kind === 'require-call'
        ? { path: 'vscode', external: true }
        : { path: 'vscode', namespace: 'vscode-api' },
    );
    build.onLoad({ filter: /^vscode$/, namespace: 'vscode-api' }, () => ({
      contents: namedOnce(),
      resolveDir: checkout,
    }));
  },
};
