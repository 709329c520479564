import { join } from 'node:path';
import type { GivenRule } from '../../engine/detectors/rules/given-rule';
import type { Analysis } from '../../engine/model/analysis';
import { rulesOfFile } from '../../node/store/rules';
import { nearestStore } from '../../node/store/store-lookup';
import type { Surroundings } from './command';

/**
 * The rules of the nearest `.oddline/` of each log, each store once; for standard input those of the current folder.
 * @throws InputError for a newer file and for one that is none of ours.
 */
export async function storedRules(paths: readonly string[]): Promise<readonly GivenRule[]> {
  const folders = await Promise.all(paths.map(async (path) => (await nearestStore(path)).folder));
  const found: GivenRule[] = [];
  for (const folder of new Set(folders))
    if (folder !== undefined) found.push(...(await rulesOfFile(join(folder, 'rules.jsonl'))));
  return found;
}

/** Names the rules that could not be used. */
export function noteRuleProblems(
  { ruleProblems }: Pick<Analysis, 'ruleProblems'>,
  { note }: Pick<Surroundings, 'note'>,
): void {
  for (const problem of ruleProblems) note(problem);
}
