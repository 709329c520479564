import { InputError } from '../../protocol/input-error';
import { datasetError } from './dataset-problems';

/** What the system says against writing, as a sentence with its cure; a fault of ours stays what it is. */
export function notWritten(path: string, error: unknown): unknown {
  if (error instanceof InputError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'ENOSPC' || code === 'EDQUOT') return datasetError('export-disk-full', path);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return datasetError('export-forbidden', path);
  return datasetError('export-not-written', path, error.message);
}
