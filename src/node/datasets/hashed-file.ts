import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CardSource } from '../../engine/dataset/card/data-card';
import type { FileState } from '../../protocol/file-state';
import { InputError } from '../../protocol/input-error';
import { datasetError } from './dataset-problems';

/** Null for what is no regular file. */
export async function stateOfFile(path: string): Promise<FileState | null> {
  const found = await stat(path);
  return found.isFile() ? { size: found.size, modifiedMs: found.mtimeMs, inode: found.ino } : null;
}

/**
 * A file as a data card names it. Throws InputError where it has gone, or is not any more what it was when it was read: a card that
 * named another file would be wrong. `state`: null where nothing is known.
 */
export async function hashedFile(
  path: string,
  state: FileState | null,
  signal: AbortSignal,
): Promise<CardSource> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 20 })) hash.update(chunk);
    const found = await stat(path);
    if (state !== null && (found.size !== state.size || found.mtimeMs !== state.modifiedMs))
      throw datasetError('export-source-changed', path);
    return { name: basename(path), bytes: found.size, sha256: hash.digest('hex') };
  } catch (error) {
    throw error instanceof InputError || signal.aborted ? error : gone(path, error);
  }
}

function gone(path: string, error: unknown): unknown {
  return error instanceof Error && 'code' in error
    ? datasetError('export-source-gone', path, error.message)
    : error;
}
