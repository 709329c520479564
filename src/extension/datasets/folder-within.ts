import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { holdsDataset } from '../../node/datasets/holds-dataset';

/** A folder with other things in it gets one of this name; an empty one, and one that holds a data set, is the folder itself. */
export async function folderWithin(chosen: string, name: string): Promise<string> {
  const names = await readdir(chosen).catch(() => []);
  return names.length === 0 || (await holdsDataset(chosen)) ? chosen : join(chosen, name);
}
