import { constants } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LabelStore } from './labels';
import type { StoreLocation } from './store-location';
import { whileLocked } from './store-lock';
import { type AgreedWeights, areSame, changeWeights, readWeights } from './weights';

/** Whether `.oddline/` exists in the folder and may be written, or may be made there. */
export async function canKeepStore(workspaceFolder: string): Promise<boolean> {
  const store = join(workspaceFolder, '.oddline');
  return (await isWritable(store)) ?? (await isWritable(workspaceFolder)) ?? false;
}

/** Of weights that stand in both places: which count in the place they move to. `both`: each stays where it is. */
export type KeptWeights = 'moved' | 'there' | 'both';

/** Weights of both places, where these are two and not the same; null where nothing is to be chosen. Throws InputError. */
export async function weightsToChoose(
  from: StoreLocation,
  to: StoreLocation,
): Promise<Readonly<Record<'moved' | 'there', AgreedWeights>> | null> {
  if (from.weights === to.weights) return null;
  const [moved, there] = [await readWeights(from.weights), await readWeights(to.weights)];
  return moved === null || there === null || areSame(moved, there) ? null : { moved, there };
}

/**
 * Moves what is taught from one place to another; labels that are there already stay, of weights that are in both places `kept` says
 * which do. Throws InputError.
 */
export async function moveStore(from: StoreLocation, to: StoreLocation, kept: KeptWeights): Promise<void> {
  if (from.labels === to.labels) return;
  await moveLabels(from, to);
  await moveWeights(from, to, kept);
}

/** What another window adds in between moves too. */
async function moveLabels(from: StoreLocation, to: StoreLocation): Promise<void> {
  const source = new LabelStore(from.labels);
  const first = await source.list();
  if (first.labels.length + first.damaged.length === 0) return;
  await whileLocked(from.labels, async () => {
    const { labels, damaged } = await source.list();
    await new LabelStore(to.labels).merge(labels, damaged);
    await rm(from.labels, { force: true });
  });
}

async function moveWeights(from: StoreLocation, to: StoreLocation, kept: KeptWeights): Promise<void> {
  const [moved, there] = [await readWeights(from.weights), await readWeights(to.weights)];
  const areTwo = moved !== null && there !== null && !areSame(moved, there);
  if (moved === null || (areTwo && kept === 'both')) return;
  const isHeld = areTwo && kept === 'there';
  if (isHeld || (await changeWeights(to.weights, { from: there, to: moved })))
    await changeWeights(from.weights, { from: moved, to: null });
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
