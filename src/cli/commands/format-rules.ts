import { join } from 'node:path';
import type { FormatCorrection } from '../../engine/formats/corrections/format-correction';
import { correctionsOf, FormatStore, type KeptRule } from '../../node/store/formats';
import { nearestStore } from '../../node/store/store-lookup';
import type { Surroundings } from './command';

/** By a log's path. */
export type CorrectionsOfPath = (path: string) => readonly FormatCorrection[];

/**
 * What the nearest `.oddline/` of each log says about its format; of standard input nothing is known. Lines that are no
 * corrections are told, once a store. @throws InputError for a newer file and for one that is none of ours.
 */
export async function storedFormats(
  paths: readonly string[],
  surroundings: Pick<Surroundings, 'note'>,
): Promise<CorrectionsOfPath> {
  const found = new Map<string, readonly FormatCorrection[]>();
  const told = new Set<string>();
  for (const path of paths) {
    const { folder } = await nearestStore(path);
    if (folder === undefined || path === '-') continue;
    const file = join(folder, 'formats.jsonl');
    const { rules, damaged } = await new FormatStore(file).list();
    found.set(path, correctionsOf(path, rules));
    if (damaged.length > 0 && !told.has(file)) noteDamaged(file, damaged[0].line, surroundings);
    told.add(file);
  }
  return (path) => found.get(path) ?? [];
}

/** The same of these stores, for whatever log. */
export async function formatsIn(
  stores: readonly string[],
  surroundings: Pick<Surroundings, 'note'>,
): Promise<CorrectionsOfPath> {
  const all: KeptRule[] = [];
  for (const folder of stores) {
    const file = join(folder, 'formats.jsonl');
    const { rules, damaged } = await new FormatStore(file).list();
    all.push(...rules);
    if (damaged.length > 0) noteDamaged(file, damaged[0].line, surroundings);
  }
  return (path) => correctionsOf(path, all);
}

function noteDamaged(file: string, line: number, { note }: Pick<Surroundings, 'note'>): void {
  note({
    pattern:
      '{0}: line {1} is no correction of a format and is not used. Mend or delete it; it is left as it is.',
    values: [file, line],
  });
}
