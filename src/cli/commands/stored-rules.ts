import { join } from 'node:path';
import type { GivenRule } from '../../engine/detectors/rules/given-rule';
import type { Analysis } from '../../engine/model/analysis';
import { rulesOfFile } from '../../node/store/rules';
import type { Surroundings } from './command';
import { storeFolders } from './store-folders';

/**
 * The rules of the nearest `.oddline/` of each log, each store once; for standard input those of the current folder.
 * @throws InputError for a newer file and for one that is none of ours.
 */
export async function storedRules(paths: readonly string[]): Promise<readonly GivenRule[]> {
  return rulesIn(await storeFolders(paths));
}

/** The same of these stores. */
export async function rulesIn(stores: readonly string[]): Promise<readonly GivenRule[]> {
  const found: GivenRule[] = [];
  for (const folder of stores) found.push(...(await rulesOfFile(join(folder, 'rules.jsonl'))));
  return found;
}

/** Names the rules that could not be used. */
export function noteRuleProblems(
  { ruleProblems }: Pick<Analysis, 'ruleProblems'>,
  { note }: Pick<Surroundings, 'note'>,
): void {
  for (const problem of ruleProblems) note(problem);
}
