import type { Sentence } from '../../engine/model/finding';
import { InputError } from '../../protocol/input-error';

/** What can be wrong with an input: the sentence names it and ends in the cure. {0} is the path. */
const problems = {
  missing: {
    pattern: '{0} does not exist. Check the name; if the log was rotated, open the file it was moved to.',
  },
  forbidden: {
    pattern: '{0} may not be read by you. Ask for read permission, or copy the log to where you may read.',
  },
  folder: { pattern: '{0} is a folder. Name a log file in it.' },
  'not-a-file': {
    pattern: '{0} is a device or a pipe. Save its text to a file first, or give it to "oddline analyze -".',
  },
  binary: { pattern: '{0} is no text but a binary file. Unpack it or convert it to text first.' },
  'binary-format': {
    pattern: '{0} is no text but a binary file ({1}). Unpack it or convert it to text first.',
  },
  shrunk: {
    pattern:
      '{0} became shorter while it was read, so the result would be wrong. Run again when it is at rest.',
  },
  'event-log': {
    pattern:
      '{0} is a binary event log. Save it as XML or CSV in Event Viewer, or run "{1}" on Windows, and open the result.',
  },
  'packed-format': { pattern: '{0} is packed with {1}, which is not unpacked here. Run "{2}" first.' },
  'zstd-unavailable': {
    pattern:
      '{0} is packed with zstd, which Node.js {1} cannot unpack (22.15 and newer can). Run "{2}" first.',
  },
  'truncated-packed': {
    pattern: '{0} ends in the middle of its packed data, before the first line. Copy or download it again.',
  },
  'damaged-packed': {
    pattern: '{0} holds damaged packed data ({1}) before the first line. Copy or download it again.',
  },
  unreadable: { pattern: '{0} could not be read ({1}). Check the disk or the connection, then run again.' },
  'no-baseline': {
    pattern: '{0} is no baseline file. Learn one from good logs with "oddline learn GOOD... --output {0}".',
  },
  'baseline-version': {
    pattern:
      '{0} is a baseline of version {1}, and this Oddline reads version {2}. Learn it again with "oddline learn GOOD... --output {0}".',
  },
  'damaged-baseline': {
    pattern:
      '{0} is a damaged baseline file. Restore it, or learn it again with "oddline learn GOOD... --output {0}".',
  },
  'baseline-not-written': {
    pattern: 'The baseline could not be written to {0} ({1}). Name another place, or free some space there.',
  },
  'baseline-for-log': {
    pattern:
      '{0} is a baseline file, and here every line of a good log is looked at. Name the log itself; "oddline analyze --baseline" takes both.',
  },
  'not-followed': {
    pattern:
      '{0} is packed, so it cannot be followed. Open it again to see what was added, or follow the log that is being written.',
  },
  'no-room-to-unpack': {
    pattern:
      '{0} needs about {1} MB in the temporary folder {2} to be read, and {3} MB are free there. Free some space, or unpack it elsewhere and open the result.',
  },
  'no-room': {
    pattern: 'The temporary folder {0} could not take a copy of the text ({1}). Free some space there.',
  },
  'merge-onto-log': {
    pattern: '{0} is one of the logs to merge, and would be lost. Name another file to write.',
  },
  'merge-not-written': {
    pattern:
      'The merged log could not be written to {0} ({1}). Name another place, or free some space there.',
  },
  'no-case': {
    pattern: '{0} is no case file. Save one with "Save Case…" while the logs it is about are open.',
  },
  'case-version': {
    pattern: '{0} is a case of version {1}, and this Oddline reads version {2}. Update Oddline to open it.',
  },
  'damaged-case': {
    pattern: '{0} is a damaged case file ({1}). Restore it from where it was copied or from version control.',
  },
} as const;

export type ProblemCode = keyof typeof problems;

export function inputError(code: ProblemCode, ...values: Sentence['values']): InputError {
  return new InputError({ code, sentence: { ...problems[code], values } });
}

/** The problem behind what `node:fs` or `node:zlib` threw; an InputError stays what it is. */
export function problemOf(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  return inputError(codes[code] ?? 'unreadable', path, message);
}

const codes: Readonly<Record<string, ProblemCode>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EISDIR: 'folder',
};
