import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { datasetError } from './dataset-problems';
import { holdsDataset } from './holds-dataset';
import { notWritten } from './not-written';

export interface FolderUse {
  /** Whether a data set in it may be replaced. */
  readonly replaces: boolean;
  /** Files that must not be lost. */
  readonly sources: readonly string[];
}

/** Whether the folder is there; asked before long work, too. Throws InputError where it cannot be written to. */
export async function isUsableFolder(named: string, { replaces, sources }: FolderUse): Promise<boolean> {
  const path = resolve(named);
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) return false;
  if (!there.isDirectory()) throw datasetError('export-no-folder', named);
  const names = await readdir(path).catch((error) => {
    throw notWritten(named, error);
  });
  if (names.length > 0 && !replaces) throw datasetError('export-folder-taken', named);
  await refuseSources(path, names, sources);
  if (names.length > 0 && !(await holdsDataset(path))) throw datasetError('export-folder-foreign', named);
  return true;
}

const ownNames = /^(?:(?:train|validation|test)\.(?:jsonl|csv)|data-card\.(?:json|md))$/;

async function refuseSources(
  path: string,
  names: readonly string[],
  sources: readonly string[],
): Promise<void> {
  const kept = await Promise.all(sources.map((source) => stat(source).catch(() => undefined)));
  for (const name of names.filter((one) => ownNames.test(one))) {
    const target = join(path, name);
    const there = await stat(target).catch(() => undefined);
    if (there && kept.some((source) => source?.ino === there.ino && source.dev === there.dev))
      throw datasetError('export-onto-source', target);
  }
}
