import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkout, inCheckout } from '../checkout.mjs';

/** Any seed gives a log with the three incidents; this one is what every face opens. */
const SAMPLE_SEED = 1;

/**
 * dist/sample/shop.log. The generator is TypeScript of the engine, so it is bundled before it runs.
 */
export async function writeSample() {
  const generator = inCheckout('.cache/generator.mjs');
  await build({
    absWorkingDir: checkout,
    stdin: {
      contents: "export { generateShopLog } from './src/engine/dataset/generator/shop-log';",
      resolveDir: checkout,
      loader: 'ts',
    },
    outfile: generator,
    bundle: true,
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  const { generateShopLog } = await import(pathToFileURL(generator).href);
  mkdirSync(inCheckout('dist/sample'), { recursive: true });
  writeFileSync(inCheckout('dist/sample/shop.log'), generateShopLog({ seed: SAMPLE_SEED }).text);
}
