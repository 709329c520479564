import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** Builds the analysis worker into the folder as the extension ships it, unminified; its path. */
export async function builtWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'analysis-worker.js');
  const entryPoints = [resolve(import.meta.dirname, '../../../src/node/worker/analysis-worker.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs' });
  return outfile;
}
