import type { BaselineModel } from '../../engine/baseline/baseline-model';
import { foldModels } from '../../engine/baseline/fold-model';
import { inputError } from '../files/input-problems';
import { isBaselineFile, readBaseline } from './baseline-file';

export interface GoodPaths {
  /** Of good logs, to be read. */
  readonly logs: readonly string[];
  /** What the baseline files among them know together. */
  readonly baseline: BaselineModel | undefined;
}

/** Tells good logs and baseline files apart, by what they hold. Throws InputError where a baseline file cannot be used. */
export async function goodPaths(paths: readonly string[]): Promise<GoodPaths> {
  const logs: string[] = [];
  const models: BaselineModel[] = [];
  for (const path of paths) {
    if (await isBaselineFile(path)) models.push(await readBaseline(path));
    else logs.push(path);
  }
  return { logs, baseline: models.length === 0 ? undefined : foldModels(models) };
}

/** For what looks at every line of good logs. Throws InputError where one is a baseline file. */
export async function refuseBaselineFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) if (await isBaselineFile(path)) throw inputError('baseline-for-log', path);
}
