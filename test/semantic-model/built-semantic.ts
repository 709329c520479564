import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { copyWasm, semanticBundle } from '../../scripts/build/semantic.mjs';

const checkout = resolve(import.meta.dirname, '../..');

const options: BuildOptions = {
  ...{ absWorkingDir: checkout, bundle: true, platform: 'node', target: 'node20', format: 'cjs' },
  logLevel: 'warning',
  ...semanticBundle,
};

/** The thread of semantic models as it is shipped, unminified; its path. */
export async function builtSemanticWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'semantic-worker.js');
  await build({ ...options, entryPoints: ['src/node/semantic/semantic-worker.ts'], outfile });
  copyWasm(folder);
  return outfile;
}

/** The same code without a thread: what it says of a text, by the model in a folder. */
export async function embedsHere(folder: string): Promise<(text: string) => Promise<Float32Array>> {
  const contents = `
    import { openEmbedding } from './src/node/semantic/embedding-model';
    import { modelFolder } from './src/node/semantic/model-folder';
    import { runsFrom } from './src/node/semantic/transformers';
    export async function open(folder) {
      runsFrom(__dirname);
      return openEmbedding(await modelFolder(folder));
    }`;
  const outfile = join(folder, 'here.cjs');
  copyWasm(folder);
  await build({ ...options, stdin: { contents, resolveDir: checkout, loader: 'ts' }, outfile });
  const { open } = createRequire(import.meta.url)(outfile);
  const { embed } = await open(folder);
  return embed;
}
