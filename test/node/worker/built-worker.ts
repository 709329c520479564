import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** Builds the analysis worker into the folder as the extension ships it, unminified; its path. */
export function builtWorker(folder: string): Promise<string> {
  return builtThread(folder, 'worker/analysis-worker.ts');
}

/** The same of another thread; `entry`: its file below src/node. */
export async function builtThread(folder: string, entry: string): Promise<string> {
  const outfile = join(folder, `${entry.replace(/\W/g, '-')}.js`);
  const entryPoints = [resolve(import.meta.dirname, '../../../src/node', entry)];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs' });
  return outfile;
}
