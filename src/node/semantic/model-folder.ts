import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../protocol/input-error';

/** Where exporters put the network: the smaller one first, as it is nearly as good and several times as fast. */
const networkNames = ['onnx/model_quantized.onnx', 'onnx/model.onnx', 'model_quantized.onnx', 'model.onnx'];
/** WebAssembly's memory ends at 4 GB, and a model needs its size twice while it is loaded. */
const mostNetworkBytes = 1.5e9;
/** Ten times the largest vocabulary in use. */
const mostJsonBytes = 200e6;

/** The files of a model in a folder. */
export interface ModelFolder {
  readonly folder: string;
  /** By the names a loader asks for; what is optional and absent is left out. */
  readonly files: ReadonlyMap<string, string>;
  /** SHA-256 over all that decides what it says, in hex. */
  readonly model: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** How vectors of words become one: 'cls' takes the first word's. */
  readonly pooling: 'mean' | 'cls';
}

/** Looks at a folder; throws InputError with what is missing of it. */
export async function modelFolder(folder: string): Promise<ModelFolder> {
  if (!(await isThere(folder, 'folder')))
    throw problem('{0} is no folder. Choose the folder of a model.', folder);
  const network = await networkOf(folder);
  const tokenizer = await required(folder, 'tokenizer.json');
  const config = await required(folder, 'config.json');
  const settings = join(folder, 'tokenizer_config.json');
  const hasSettings = await isThere(settings, 'file');
  const pooling = await poolingOf(join(folder, '1_Pooling', 'config.json'));
  const decisive = [network, tokenizer, config, ...(hasSettings ? [settings] : [])];
  return {
    folder,
    files: new Map([
      ['onnx/model.onnx', network],
      ['tokenizer.json', tokenizer],
      ['config.json', config],
      ...(hasSettings ? [['tokenizer_config.json', settings] as const] : []),
    ]),
    model: await hashOf(decisive, pooling),
    config: await jsonOf(config),
    pooling,
  };
}

async function networkOf(folder: string): Promise<string> {
  for (const name of networkNames) {
    const file = join(folder, name);
    if (!(await isThere(file, 'file'))) continue;
    if ((await stat(file)).size <= mostNetworkBytes) return file;
    throw problem('{0} is larger than 1.5 GB, which cannot run here. Choose a smaller model.', file);
  }
  throw problem(
    '{0} holds no model.onnx and no onnx/model.onnx. Choose a folder a model was exported to as ONNX.',
    folder,
  );
}

async function required(folder: string, name: string): Promise<string> {
  const file = join(folder, name);
  if (!(await isThere(file, 'file')))
    throw problem('{0} lacks {1}. Copy it from where the model came from.', folder, name);
  await jsonOf(file);
  return file;
}

async function jsonOf(file: string): Promise<Record<string, unknown>> {
  try {
    if ((await stat(file)).size > mostJsonBytes) throw new Error('too large');
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below, as what is no object is.
  }
  throw problem('{0} is damaged. Copy it again from where the model came from.', file);
}

/** As sentence-transformers keeps it; where it does not say, the mean, which most models are made for. */
async function poolingOf(file: string): Promise<'mean' | 'cls'> {
  if (!(await isThere(file, 'file'))) return 'mean';
  return (await jsonOf(file)).pooling_mode_cls_token === true ? 'cls' : 'mean';
}

async function hashOf(files: readonly string[], pooling: string): Promise<string> {
  const hash = createHash('sha256').update(pooling);
  for (const file of files) {
    hash.update('\0');
    for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  }
  return hash.digest('hex');
}

async function isThere(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  try {
    const found = await stat(path);
    return kind === 'file' ? found.isFile() : found.isDirectory();
  } catch {
    return false;
  }
}

function problem(pattern: string, ...values: string[]): InputError {
  return new InputError({ code: 'no-model', sentence: { pattern, values } });
}
