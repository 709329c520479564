import { join } from 'node:path';
import { type Label, LabelStore } from '../../node/store/labels';
import { nearestStore } from '../../node/store/store-lookup';
import type { Surroundings } from './command';

/**
 * What the nearest `.oddline/` of each log calls normal; for standard input that of the current folder.
 * Lines that are no labels are told. @throws InputError for a newer file and for one that is none of ours.
 */
export async function storedLabels(
  paths: readonly string[],
  { note }: Pick<Surroundings, 'note'>,
): Promise<readonly Label[]> {
  const folders = await Promise.all(paths.map(async (path) => (await nearestStore(path)).folder));
  const found: Label[] = [];
  for (const folder of new Set(folders)) {
    if (folder === undefined) continue;
    const path = join(folder, 'labels.jsonl');
    const { labels, damaged } = await new LabelStore(path).list();
    found.push(...labels);
    if (damaged.length === 0) continue;
    note({
      pattern: '{0}: line {1} is no label and is not used. Mend or delete it; it is left as it is.',
      values: [path, damaged[0].line],
    });
  }
  return found;
}
