import { toEnd } from '../../node/in-turns';
import { cappedNotes } from '../../node/labels/import/capped-notes';
import { agreedLabels, importLabels, type LabelImport } from '../../node/labels/import/import-labels';
import type { LabelTargets } from '../../node/labels/import/resolve-statements';
import { type Label, LabelStore } from '../../node/store/labels';
import { whoLabels } from '../../node/store/who-labels';
import { InputError } from '../../protocol/input-error';
import { conflictSentence } from '../output/label-conflict';
import type { Imported } from '../output/labelled-log';
import type { Surroundings } from './command';
import type { LabelsWishes } from './labels-wishes';

export interface ImportPlace {
  readonly targets: LabelTargets;
  /** Labels that hold by now, of all stores. */
  readonly own: readonly Label[];
  /** The file that takes them. */
  readonly store: string;
  /** `contentKey` of the log. */
  readonly log: string;
  /** The log's path; `-` for standard input. */
  readonly file: string;
}

/** @throws InputError, for labels that contradict each other too where nobody chose. */
export async function importInto(
  { targets, own, store, log, file }: ImportPlace,
  { path, onConflict }: NonNullable<LabelsWishes['imported']>,
  surroundings: Pick<Surroundings, 'note' | 'tell'>,
): Promise<Imported> {
  const by = await whoLabels(file === '-' ? null : file);
  const given = { at: new Date().toISOString(), log, by };
  const found = await importLabels({ path, targets, own, given });
  noteProblems(found, path, surroundings);
  if (onConflict === 'fail' && found.conflicts.length > 0) throw contradicts(path, found.conflicts.length);
  const agreed = toEnd(agreedLabels(found, onConflict === 'take' ? found.conflicts : []));
  if (agreed.length > 0) await new LabelStore(store).change(agreed, []);
  return { ...found, written: agreed.length };
}

function noteProblems(
  { damaged, unknown, conflicts }: LabelImport,
  path: string,
  { note, tell }: Pick<Surroundings, 'note' | 'tell'>,
): void {
  const told = conflicts.map((conflict) => conflictSentence(conflict, path, tell));
  for (const problems of [damaged, unknown, told])
    for (const problem of cappedNotes(problems, path)) note(problem);
}

function contradicts(path: string, count: number): InputError {
  const sentence = {
    pattern:
      'Labels in {0} that contradict others: {1}. Nothing was imported. Choose with "--on-conflict keep" or "--on-conflict take".',
    values: [path, count],
  };
  return new InputError({ code: 'label-conflicts', sentence });
}
