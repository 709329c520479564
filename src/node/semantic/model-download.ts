import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../../protocol/input-error';
import type { DownloadableModel } from './downloadable-models';
import { type Listed, type ModelStore, modelStore } from './model-store';
import { saveChecked } from './save-checked';

export interface DownloadRun {
  readonly signal: AbortSignal;
  /** Bytes that are there, of all that come. */
  readonly onBytes?: ((bytes: number, of: number) => void) | undefined;
}

/** What is taken of a model's folder: no example, no network of another make. */
const needed = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'];
const welcome = ['1_Pooling/config.json'];

/**
 * The files of a model into `folder`, each held against the size and checksum that the store tells of it: all of them or none. What was
 * there before is replaced. Rejects with InputError, or with the signal's reason; both leave nothing behind.
 */
export async function downloadModel(
  { id, megabytes }: DownloadableModel,
  folder: string,
  { signal, onBytes }: DownloadRun,
  store: ModelStore = modelStore(),
): Promise<void> {
  const { revision, files } = await store.list(id, signal);
  const wanted = wantedOf(id, files, store.host);
  const total = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > megabytes * 1e6)
    throw problem('{0} would be {1} MB by now, not {2} MB. Choose another model.', [
      id,
      Math.ceil(total / 1e6),
      megabytes,
    ]);
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    let before = 0;
    for (const file of wanted) {
      const pieces = await store.open({ id, revision, path: file.path }, signal);
      const done = before;
      await saveChecked(pieces, file, join(draft, file.path), (bytes) => onBytes?.(done + bytes, total));
      before += file.bytes;
    }
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

function wantedOf(id: string, files: readonly Listed[], host: string): readonly Listed[] {
  const missing = needed.find((name) => !files.some(({ path }) => path === name));
  if (missing === undefined) return files.filter(({ path }) => [...needed, ...welcome].includes(path));
  throw problem('{0} has no {1} of {2}. Choose another model, or the folder of one you have.', [
    host,
    missing,
    id,
  ]);
}

function problem(pattern: string, values: readonly (string | number)[]): InputError {
  return new InputError({ code: 'no-model', sentence: { pattern, values } });
}
