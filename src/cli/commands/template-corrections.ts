import { join } from 'node:path';
import type { CorrectionOutcome } from '../../engine/templates/corrections/correction';
import { type KeptCorrection, TemplateCorrections } from '../../node/store/templates';
import { counted } from '../../protocol/sentence';
import type { Surroundings } from './command';
import { storeFolders } from './store-folders';

/**
 * What the nearest `.oddline/` of each log says about templates; for standard input that of the current folder.
 * Lines that are no corrections are told. @throws InputError for a newer file and for one that is none of ours.
 */
export async function storedCorrections(
  paths: readonly string[],
  surroundings: Pick<Surroundings, 'note'>,
): Promise<readonly KeptCorrection[]> {
  return correctionsIn(await storeFolders(paths), surroundings);
}

/** The same of these stores. */
export async function correctionsIn(
  stores: readonly string[],
  { note }: Pick<Surroundings, 'note'>,
): Promise<readonly KeptCorrection[]> {
  const found: KeptCorrection[] = [];
  for (const folder of stores) {
    const path = join(folder, 'templates.jsonl');
    const { corrections, damaged } = await new TemplateCorrections(path).list();
    found.push(...corrections);
    if (damaged.length === 0) continue;
    note({
      pattern:
        '{0}: line {1} is no correction of templates and is not used. Mend or delete it; it is left as it is.',
      values: [path, damaged[0].line],
    });
  }
  return found;
}

/** Says that of two corrections which contradict each other the later one holds. */
export function noteOverruled(
  outcomes: readonly CorrectionOutcome[],
  { note }: Pick<Surroundings, 'note'>,
): void {
  const overruled = outcomes.filter(({ state }) => state === 'overruled').length;
  if (overruled === 0) return;
  note(
    counted(
      overruled,
      '1 correction of templates contradicts a later one, which holds.',
      '{0} corrections of templates contradict later ones, which hold.',
    ),
  );
}
