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
