import type { Sentence } from '../../engine/model/finding';
import { cappedNotes } from '../labels/import/capped-notes';
import { importNote } from '../labels/import/import-problems';
import { datasetError } from './dataset-problems';
import type { ExportTask } from './export-task';
import type { ReadLabel } from './label-ranges';

type LabelledTask = Pick<ExportTask, 'labels' | 'finished' | 'paths'>;

/** Labels of lines the log has. Throws InputError where there is none: they are of another log, or of what it was before. */
export function labelsWithin(task: LabelledTask): readonly ReadLabel[] {
  const { labels, paths } = task;
  if (labels === undefined) return [];
  const lines = linesOf(task);
  const within = labels.labels.filter(({ line }) => line <= lines);
  if (within.length > 0) return within;
  const [{ at, endLine }] = labels.labels;
  throw datasetError('no-such-line', labels.path, at, endLine, paths.join(', '), lines);
}

/** What of the file of labels does not count, at most so many of each kind. */
export function passedOver(task: LabelledTask, most?: number): Sentence[] {
  const { labels } = task;
  if (labels === undefined) return [];
  const { path, damaged } = labels;
  const lines = linesOf(task);
  const beyond = labels.labels.filter(({ endLine }) => endLine > lines);
  const notes = beyond.map(({ at, endLine }) => importNote('no-line', path, at, endLine));
  return [damaged, notes].flatMap((problems) => cappedNotes(problems, path, most));
}

function linesOf({ finished, paths }: LabelledTask): number {
  const { sources } = finished.analysis;
  return sources.slice(0, paths.length).reduce((sum, source) => sum + source.lines, 0);
}
