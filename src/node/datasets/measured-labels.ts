import { InputError } from '../../protocol/input-error';
import { datasetError } from './dataset-problems';
import { lineLabels, type ReadLabel } from './label-ranges';

/**
 * Labels of lines that a log is measured by: the files `labelRanges` reads, but all of one or nothing, as what it leaves out would count
 * as normal. Throws InputError, or the signal's reason.
 */
export async function measuredLabels(path: string, signal?: AbortSignal): Promise<readonly ReadLabel[]> {
  const { labels, others, damaged, unlabelled } = await lineLabels(path, signal);
  if (damaged.length > 0) throw new InputError({ code: 'no-label', sentence: damaged[0] });
  if (others.length > 0) throw datasetError('label-not-measured', path, others[0].at, others[0].kind);
  if (unlabelled > 0) throw datasetError('labels-left-empty', path, unlabelled);
  return labels;
}
