import { InputError } from '../../protocol/input-error';

const newer =
  '{0} was written by a newer Oddline (version {1}; this one knows up to {2}). Update Oddline to use it; the file is left as it is.';
const foreign =
  '{0} does not begin with the line of an Oddline "{1}" file. Move it away or restore that line; the file is left as it is.';

export function newerVersion(path: string, found: number, known: number): InputError {
  return new InputError({ code: 'newer-store', sentence: { pattern: newer, values: [path, found, known] } });
}

export function foreignFile(path: string, kind: string): InputError {
  return new InputError({ code: 'foreign-store', sentence: { pattern: foreign, values: [path, kind] } });
}
