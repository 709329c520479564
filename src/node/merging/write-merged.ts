import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { InputError } from '../../protocol/input-error';
import { inputError } from '../files/input-problems';
import type { ReadableLog } from '../files/readable-log';

/**
 * Writes what comes in chunks to a file: beside it first, then renamed, so that it is there whole or not at all. Throws InputError
 * (also where it is one of the logs that are merged), or what the chunks throw.
 */
export async function writeMerged(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  logs: readonly ReadableLog[],
): Promise<void> {
  await refuseLogs(path, logs);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const handle = await open(temporary, 'wx', 0o644).catch((error) => {
    throw notWritten(path, error);
  });
  try {
    await write(handle, path, chunks);
    await rename(temporary, path).catch((error) => {
      throw notWritten(path, error);
    });
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function write(handle: FileHandle, path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of chunks) {
      await handle.writeFile(chunk).catch((error) => {
        throw notWritten(path, error);
      });
    }
  } finally {
    await handle.close();
  }
}

async function refuseLogs(path: string, logs: readonly ReadableLog[]): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) return;
  if (logs.some(({ state }) => state !== null && state.inode === there.ino && state.size === there.size))
    throw inputError('merge-onto-log', path);
}

function notWritten(path: string, error: unknown): InputError {
  return inputError('merge-not-written', path, (error as Error).message);
}
