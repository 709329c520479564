import type { OwnPattern } from '../engine/redact/own-patterns';
import type { SecretForm } from '../engine/redact/secret';
import { formsOf } from '../node/privacy/shield';
import type { Surroundings } from './commands/command';
import { listOf, readSettingList } from './setting-list';
import { UsageError } from './usage-error';

/** The reader's own patterns of what is hidden: the editor gives them so to the server it starts. */
export const patternsVariable = 'ODDLINE_PRIVACY_PATTERNS';

/** Of the variable's text, a list as the setting `oddline.privacy.patterns` holds it. @throws UsageError */
export function privacyPatterns(written: string | undefined): readonly OwnPattern[] {
  if (written === undefined || written === '') return [];
  return checkedPatterns(listOf(written), patternsVariable);
}

/** Of a file that holds the list of the setting. @throws UsageError, InputError */
export async function patternsOfFile(path: string): Promise<readonly OwnPattern[]> {
  return checkedPatterns(await readSettingList(path), path);
}

/** As they are looked for; those that are none are told. @throws UsageError */
export async function ownForms({ note }: Pick<Surroundings, 'note'>): Promise<readonly SecretForm[]> {
  const { forms, problems } = await formsOf(privacyPatterns(process.env[patternsVariable]));
  for (const problem of problems) note(problem);
  return forms;
}

function checkedPatterns(list: readonly unknown[] | undefined, place: string): readonly OwnPattern[] {
  const patterns = list?.map(patternOf);
  if (patterns?.every((one) => one !== undefined)) return patterns;
  throw new UsageError({
    pattern: '{0} holds no list of patterns. Write {1} into it, or remove it.',
    values: [place, '[{"name": "Staff no.", "pattern": "S-[0-9]+"}]'],
  });
}

function patternOf(one: unknown): OwnPattern | undefined {
  if (typeof one !== 'object' || one === null || !('pattern' in one)) return undefined;
  const { pattern } = one;
  const name = 'name' in one ? one.name : '';
  return typeof pattern === 'string' && typeof name === 'string' ? { name, pattern } : undefined;
}
