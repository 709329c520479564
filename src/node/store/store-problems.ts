import { InputError } from '../../protocol/input-error';

export function newerVersion(path: string, found: number, known: number): InputError {
  const sentence = {
    pattern:
      '{0} was written by a newer Oddline (version {1}; this one knows up to {2}). Update Oddline to use it; the file is left as it is.',
    values: [path, found, known],
  };
  return new InputError({ code: 'newer-store', sentence });
}

export function unusableFile(path: string, maxMegabytes: number): InputError {
  const sentence = {
    pattern: '{0} is no regular file of at most {1} MB, so it is not read. Delete or replace it.',
    values: [path, maxMegabytes],
  };
  return new InputError({ code: 'unusable-store', sentence });
}

export function foreignFile(path: string, kind: string): InputError {
  const sentence = {
    pattern:
      '{0} does not begin with the line of an Oddline "{1}" file. Move it away or restore that line; the file is left as it is.',
    values: [path, kind],
  };
  return new InputError({ code: 'foreign-store', sentence });
}

export function damagedWeights(path: string): InputError {
  const sentence = {
    pattern:
      '{0} holds no weights of detectors that can be used. Delete it, and learn from the labels again; until then detectors count as they are built to.',
    values: [path],
  };
  return new InputError({ code: 'damaged-weights', sentence });
}

const full = new Set(['ENOSPC', 'EDQUOT']);
const forbidden = new Set(['EACCES', 'EPERM']);

/** Why a file of a store could not be written; it is as it was. */
export function notWritten(path: string, error: unknown): InputError {
  const code = codeOf(error);
  if (full.has(code)) return diskFull(path);
  if (forbidden.has(code)) return readOnly(path);
  if (code === 'EROFS') return onReadOnlyDisk(path);
  const sentence = {
    pattern:
      '{0} could not be written ({1}); the file is as it was. Check that its folder can be made and try again.',
    values: [path, reasonOf(error)],
  };
  return new InputError({ code: 'store-not-written', sentence });
}

function diskFull(path: string): InputError {
  const sentence = {
    pattern:
      'The disk of {0} is full, so nothing was written; the file is as it was. Free some space there and try again.',
    values: [path],
  };
  return new InputError({ code: 'store-disk-full', sentence });
}

function readOnly(path: string): InputError {
  const sentence = {
    pattern:
      '{0} may not be written to by you; the file is as it was. Ask for permission to write there and try again.',
    values: [path],
  };
  return new InputError({ code: 'store-read-only', sentence });
}

function onReadOnlyDisk(path: string): InputError {
  const sentence = {
    pattern:
      '{0} lies on a disk that can only be read, so nothing was written. Make it writable, or copy the log elsewhere and try again.',
    values: [path],
  };
  return new InputError({ code: 'store-read-only', sentence });
}

export function notRead(path: string, error: unknown): InputError {
  const sentence = {
    pattern: '{0} could not be read ({1}). Ask for permission to read it, or move it away.',
    values: [path, reasonOf(error)],
  };
  return new InputError({ code: 'store-not-read', sentence });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
