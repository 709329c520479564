import { stat } from 'node:fs/promises';
import type { GivenRule } from '../../engine/detectors/rules/given-rule';
import type { DetectorWeights } from '../../engine/labels/label-report';
import type { TemplateCorrection } from '../../engine/templates/corrections/correction';
import type { Label } from '../../node/store/labels';
import { UsageError } from '../usage-error';
import type { Surroundings } from './command';
import { givenRules } from './export-terms';
import type { ExportWishes } from './export-wishes';
import { type CorrectionsOfPath, formatsIn } from './format-rules';
import { storeFolders } from './store-folders';
import { labelsIn } from './stored-labels';
import { rulesIn } from './stored-rules';
import { weightsIn } from './stored-weights';
import { correctionsIn } from './template-corrections';

/** What stores, and files that were named, say of the logs. */
export interface Heeded {
  readonly labels: readonly Label[];
  readonly templateCorrections: readonly TemplateCorrection[];
  /** Of the file that was named; those of stores are nearer to the log. */
  readonly givenRules: readonly GivenRule[];
  readonly storedRules: readonly GivenRule[];
  readonly weights: DetectorWeights | null;
  readonly formatCorrections: CorrectionsOfPath;
}

/** The folders named, else the nearest of each log, each once; all of them speak of all logs. @throws UsageError */
export async function storesOf({
  files,
  stores,
  heedsStore,
}: Pick<ExportWishes, 'files' | 'stores' | 'heedsStore'>): Promise<readonly string[]> {
  if (!heedsStore) return [];
  for (const folder of stores) await refuseNoFolder(folder);
  return stores.length > 0 ? [...new Set(stores)] : storeFolders(files);
}

/** @throws UsageError, InputError */
export async function heededIn(
  stores: readonly string[],
  { rulesFile }: Pick<ExportWishes, 'rulesFile'>,
  surroundings: Pick<Surroundings, 'note'>,
): Promise<Heeded> {
  return {
    labels: await labelsIn(stores, surroundings),
    templateCorrections: await correctionsIn(stores, surroundings),
    givenRules: await givenRules(rulesFile),
    storedRules: await rulesIn(stores),
    weights: await weightsIn(stores, surroundings),
    formatCorrections: await formatsIn(stores, surroundings),
  };
}

async function refuseNoFolder(path: string): Promise<void> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return;
  throw new UsageError({
    pattern: '{0} is no folder, so nothing of a store can be read there. Name the one that {1} is in.',
    values: [path, 'labels.jsonl, weights.json …'],
  });
}
