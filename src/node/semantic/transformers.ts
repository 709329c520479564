import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { AutoTokenizer, env, PreTrainedModel, type PreTrainedTokenizer } from '@xenova/transformers';
import type { ModelFolder } from './model-folder';

/**
 * All that is taken of `@xenova/transformers`: words into numbers, and a network run. Were the package replaced, this file would be, and
 * nothing else. It reads the files it is told and asks no server.
 */
export interface Network {
  /** The network's outputs for a text, of at most `mostTokens`; undefined where the text has no token. */
  run(text: string): Promise<Outputs | undefined>;
  dispose(): Promise<void>;
}

export type Outputs = ReadonlyMap<string, Output>;

export interface Output {
  /** One text: [1, …]. */
  readonly shape: readonly number[];
  readonly numbers: Float32Array;
}

const prefix = 'oddline-model-';
const folders = new Map<string, ModelFolder>();

env.allowRemoteModels = false;
// Files are given to the library by their names: nothing is looked for elsewhere, or kept.
env.useBrowserCache = false;
env.useFSCache = false;
env.useCustomCache = true;
env.customCache = { match: (path: string) => fileOf(path), put: async () => undefined };

/** `wasmFolder`: where `ort-wasm-simd.wasm` lies. */
export function runsFrom(wasmFolder: string): void {
  const { wasm } = env.backends.onnx as { wasm: { wasmPaths: string; numThreads: number } };
  wasm.wasmPaths = wasmFolder + sep;
  // More would need shared memory and a thread each, and `ort-wasm-simd-threaded.wasm` beside this one.
  wasm.numThreads = 1;
}

/** Throws what the library throws of files that are none. */
export async function openNetwork(folder: ModelFolder, mostTokens: number): Promise<Network> {
  const name = `${prefix}${folder.model}`;
  folders.set(name, folder);
  try {
    const tokenizer = await openTokenizer(name, folder, mostTokens);
    // The classes a model's type would choose differ in what they make of outputs; here outputs are read by name.
    const model: PreTrainedModel = await PreTrainedModel.from_pretrained(name, { quantized: false });
    return {
      run: (text) => run(text, tokenizer, model),
      dispose: async () => void (await model.dispose()),
    };
  } finally {
    folders.delete(name);
  }
}

type Tokens = Readonly<Record<'input_ids', { readonly dims: readonly number[] }>>;

async function openTokenizer(
  name: string,
  { config }: ModelFolder,
  mostTokens: number,
): Promise<(text: string) => Tokens> {
  const tokenizer: PreTrainedTokenizer = await AutoTokenizer.from_pretrained(name);
  const bounds = [mostTokens, config.max_position_embeddings, tokenizer.model_max_length].filter(isBound);
  const most = Math.min(...bounds);
  // Undefined where the folder says nothing of it; the library would cut to no number of words then.
  tokenizer.model_max_length = most;
  return (text) => tokenizer._call(text, { truncation: true, max_length: most }) as Tokens;
}

function isBound(value: unknown): value is number {
  return typeof value === 'number' && value >= 1;
}

async function run(
  text: string,
  tokenize: (text: string) => Tokens,
  model: PreTrainedModel,
): Promise<Outputs | undefined> {
  const tokens = tokenize(text);
  if (tokens.input_ids.dims[1] === 0) return undefined;
  const tensors: Record<string, { dims: number[]; data: unknown }> = await model._call(tokens);
  const outputs = Object.entries(tensors).flatMap(([name, { dims, data }]) =>
    data instanceof Float32Array ? [[name, { shape: dims, numbers: data }] as const] : [],
  );
  return new Map(outputs);
}

/** What the library reads of a `Response`; undefined where the name is none of a model that is being opened. */
async function fileOf(path: string): Promise<{ arrayBuffer(): Promise<Uint8Array> } | undefined> {
  const [, name = '', file = ''] = /(oddline-model-[0-9a-f]+)\/(.+)$/.exec(path) ?? [];
  const folder = folders.get(name);
  const bytes = folder && (await bytesOf(file, folder));
  return bytes && { arrayBuffer: async () => bytes };
}

async function bytesOf(file: string, { files }: ModelFolder): Promise<Uint8Array | undefined> {
  const path = files.get(file);
  // The library wants this file of every tokenizer, and each of its members has a usual value.
  if (path === undefined) return file === 'tokenizer_config.json' ? Buffer.from('{}') : undefined;
  const bytes = await readFile(path);
  return file === 'tokenizer.json' ? withPlainMerges(bytes) : bytes;
}

/** Newer exporters write each merge as a pair, which this library does not know. */
function withPlainMerges(bytes: Buffer): Buffer {
  const tokenizer: { model?: { merges?: unknown } } = JSON.parse(bytes.toString('utf8'));
  const merges = tokenizer.model?.merges;
  if (!Array.isArray(merges) || !Array.isArray(merges[0])) return bytes;
  const plain = merges.map((pair: unknown) => (Array.isArray(pair) ? pair.join(' ') : pair));
  return Buffer.from(JSON.stringify({ ...tokenizer, model: { ...tokenizer.model, merges: plain } }));
}
