import { join } from 'node:path';
import { type AgreedWeights, readWeights } from '../../node/store/weights';
import type { Surroundings } from './command';
import { storeFolders } from './store-folders';

/**
 * What labels made of the detectors, as somebody agreed to it; null where nobody did. Of several stores that of the first log counts. It is
 * told: a file that came with a repository can make detectors find nothing.
 * @throws InputError for a newer and for a damaged file.
 */
export async function storedWeights(
  paths: readonly string[],
  surroundings: Pick<Surroundings, 'note'>,
): Promise<AgreedWeights | null> {
  return weightsIn(await storeFolders(paths), surroundings);
}

/** The same of these stores. */
export async function weightsIn(
  stores: readonly string[],
  { note }: Pick<Surroundings, 'note'>,
): Promise<AgreedWeights | null> {
  for (const folder of stores) {
    const path = join(folder, 'weights.json');
    const weights = await readWeights(path);
    if (weights === null) continue;
    note({
      pattern:
        'Detectors count as {0} says, which somebody learned from labels. Without that file they count as they are built to.',
      values: [path],
    });
    return weights;
  }
  return null;
}
