import { constants } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LabelStore } from './labels';
import type { StoreLocation } from './store-location';
import { readWeights, removeWeights, writeWeights } from './weights';

/** Whether `.oddline/` exists in the folder and may be written, or may be made there. */
export async function canKeepStore(workspaceFolder: string): Promise<boolean> {
  const store = join(workspaceFolder, '.oddline');
  return (await isWritable(store)) ?? (await isWritable(workspaceFolder)) ?? false;
}

/** Moves what is taught from one place to another; what is there already stays. Throws InputError. */
export async function moveStore(from: StoreLocation, to: StoreLocation): Promise<void> {
  if (from.labels === to.labels) return;
  await moveLabels(from, to);
  await moveWeights(from, to);
}

async function moveLabels(from: StoreLocation, to: StoreLocation): Promise<void> {
  const { labels, damaged } = await new LabelStore(from.labels).list();
  if (labels.length + damaged.length === 0) return;
  await new LabelStore(to.labels).merge(labels, damaged);
  await rm(from.labels);
}

async function moveWeights(from: StoreLocation, to: StoreLocation): Promise<void> {
  const weights = await readWeights(from.weights);
  if (weights === null) return;
  if ((await readWeights(to.weights)) === null) await writeWeights(to.weights, weights);
  await removeWeights(from.weights);
}

/** Undefined where there is no such folder. */
async function isWritable(folder: string): Promise<boolean | undefined> {
  try {
    // The slash asks for a folder: a file of that name takes no store.
    await access(`${folder}/`, constants.W_OK);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : false;
  }
}
