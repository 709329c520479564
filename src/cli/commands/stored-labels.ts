import { join } from 'node:path';
import { damagedLabelLines } from '../../node/store/damaged-label-lines';
import { conflictsOf, distinctLabels, type Label, LabelStore } from '../../node/store/labels';
import { counted } from '../../protocol/sentence';
import type { Surroundings } from './command';
import { storeFolders } from './store-folders';

/**
 * What people called normal or anomalous, as the nearest `.oddline/` of each log keeps it; for standard input that of the current folder.
 * Lines that are no labels are told, and labels that contradict each other. @throws InputError for a newer file and for one that is none
 * of ours.
 */
export async function storedLabels(
  paths: readonly string[],
  surroundings: Pick<Surroundings, 'note'>,
): Promise<readonly Label[]> {
  return labelsIn(await storeFolders(paths), surroundings);
}

/** The same of these stores. */
export async function labelsIn(
  stores: readonly string[],
  { note }: Pick<Surroundings, 'note'>,
): Promise<readonly Label[]> {
  const found: Label[] = [];
  for (const folder of stores) {
    const path = join(folder, 'labels.jsonl');
    const { labels, damaged } = await new LabelStore(path).list();
    found.push(...labels);
    if (damaged.length > 0) note(damagedLabelLines(path, damaged));
  }
  noteConflicts(found, { note });
  return distinctLabels(found);
}

function noteConflicts(labels: readonly Label[], { note }: Pick<Surroundings, 'note'>): void {
  const conflicts = conflictsOf(labels).length;
  if (conflicts === 0) return;
  const one =
    '1 part of the log is called normal and anomalous, so neither holds. "oddline labels" shows it.';
  const many =
    '{0} parts of the log are called normal and anomalous, so neither holds. "oddline labels" shows them.';
  note(counted(conflicts, one, many));
}
