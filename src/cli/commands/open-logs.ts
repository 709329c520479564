import { openLogFile, openLogStream } from '../../node/files/log-file';
import type { ReadableLog } from '../../node/files/readable-log';
import { UsageError } from '../usage-error';

/** Opens the files named; `-` is standard input. @throws UsageError, InputError */
export async function openLogs(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
): Promise<ReadableLog[]> {
  if (paths.filter((path) => path === '-').length > 1) {
    throw new UsageError('Standard input can be read once only. Name "-" once.');
  }
  const logs: ReadableLog[] = [];
  for (const path of paths)
    logs.push(path === '-' ? await openLogStream(stdin, path) : await openLogFile(path));
  return logs;
}
