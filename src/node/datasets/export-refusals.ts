import { datasetError } from './dataset-problems';
import type { ExportTask } from './export-task';

/** Where nothing is said of any record all would be normal. Throws InputError. */
export function refuseUseless({
  labels,
  stored,
  takesFindings,
  paths,
}: Pick<ExportTask, 'labels' | 'stored' | 'takesFindings' | 'paths'>): void {
  if (labels === undefined && stored.length === 0 && !takesFindings)
    throw datasetError('nothing-labelled', paths.join(', '));
}

/** Labels that name lines the log has not are of another log, or of what it was before. Throws InputError. */
export function refuseLabelsBeyond({
  labels,
  finished,
  paths,
}: Pick<ExportTask, 'labels' | 'finished' | 'paths'>): void {
  const { sources } = finished.analysis;
  const lines = sources.slice(0, paths.length).reduce((sum, source) => sum + source.lines, 0);
  const beyond = labels?.labels.find(({ endLine }) => endLine > lines);
  if (labels !== undefined && beyond !== undefined)
    throw datasetError('no-such-line', labels.path, beyond.at, beyond.endLine, paths.join(', '), lines);
}
