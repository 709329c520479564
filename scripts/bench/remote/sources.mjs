import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkout, inCheckout } from '../../checkout.mjs';

const bundled = `
export { NodeTransport } from './src/node/sources/node-transport';
export { openRemoteSpool } from './src/node/sources/remote-spool';
export { sourceReaders } from './src/node/sources/source-readers';
export { SourcesService } from './src/node/sources/sources-service';
`;

/** What reads remote logs, bundled from the source. */
export async function loadSources() {
  const outfile = inCheckout('.cache/bench/sources.mjs');
  await build({
    absWorkingDir: checkout,
    stdin: { contents: bundled, resolveDir: checkout, loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minify: true,
    logLevel: 'warning',
    // What npm brings is CommonJS and asks for node: modules by require.
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

export const second = 1_000_000_000n;
export const epochSeconds = () => BigInt(Math.floor(Date.now() / 1000));
export const sourceAt = (/** @type {string} */ url) => ({
  kind: 'loki',
  name: 'bench',
  url,
  authentication: { kind: 'none' },
  caFile: null,
  tenant: null,
  grafana: null,
});

export const queryOf = (
  /** @type {string} */ app,
  /** @type {bigint} */ from,
  /** @type {bigint} */ until,
) => ({
  kind: 'loki',
  logql: `{app="${app}"}`,
  span: { from: `${from}`, until: `${until}` },
  limit: null,
});
