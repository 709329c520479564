import { type OpenOptions, openLogFile, openLogStream } from '../../node/files/log-file';
import type { ReadableLog } from '../../node/files/readable-log';
import { rotatedFiles } from '../../node/files/rotated-files';
import { UsageError } from '../usage-error';
import type { Surroundings } from './command';

/** Opens the files named, and what was fetched by its name; `-` is standard input. @throws UsageError, InputError */
export async function openLogs(
  paths: readonly string[],
  encoding: string | undefined,
  surroundings: Pick<Surroundings, 'stdin' | 'tell' | 'note' | 'opened'>,
): Promise<ReadableLog[]> {
  refuseTwice(paths);
  const logs: ReadableLog[] = [];
  for (const path of paths) {
    const fetched = surroundings.opened.fetched(path);
    const named = { name: path, encoding, converts: true, notes: fetched?.notes ?? [] };
    const opening =
      path === '-'
        ? openStdin({ encoding, converts: true }, surroundings)
        : openLogFile(fetched?.path ?? path, named);
    logs.push(await surroundings.opened.keep(opening));
  }
  return logs;
}

/** The files named, each with those of its rotated set where that was asked for. @throws InputError */
export async function filesOf(named: readonly string[], rotated: boolean): Promise<readonly string[]> {
  if (!rotated) return named;
  const files: string[] = [];
  for (const path of named) {
    for (const file of path === '-' ? [path] : await rotatedFiles(path))
      if (!files.includes(file)) files.push(file);
  }
  return files;
}

/** Says what people must know of how the logs were read; to be asked when they have been. */
export function noteSources(logs: readonly ReadableLog[], { note }: Pick<Surroundings, 'note'>): void {
  for (const log of logs) for (const sentence of log.notes) note(sentence);
}

/** @throws UsageError */
export function refuseTwice(paths: readonly string[]): void {
  if (paths.filter((path) => path === '-').length < 2) return;
  throw new UsageError({
    pattern: 'Standard input can be read once only. Name "{0}" once.',
    values: ['-'],
  });
}

/** @throws InputError */
export async function openStdin(
  how: Pick<OpenOptions, 'encoding' | 'converts'>,
  { stdin, tell, note }: Pick<Surroundings, 'stdin' | 'tell' | 'note'>,
): Promise<ReadableLog> {
  if (stdin.isTTY) {
    const end = process.platform === 'win32' ? 'Ctrl+Z, Enter' : 'Ctrl+D';
    note({ pattern: 'Reading from the terminal: type or paste the log, then press {0}.', values: [end] });
  }
  return openLogStream(stdin, { ...how, name: tell({ pattern: 'standard input', values: [] }) });
}
