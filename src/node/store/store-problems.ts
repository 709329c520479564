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
