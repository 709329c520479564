import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder';

export interface ReplaceOptions {
  /** Nobody but its owner reads it. */
  readonly isPrivate?: boolean;
  /** Asked when all is written, by the path of what was: false leaves the old file. */
  readonly isStillWanted?: (temporary: string) => Promise<boolean>;
}

/**
 * Written beside it, brought to the disk, then renamed: a crash leaves the old file or the new one. Pieces are written one by one. False
 * where it was not wanted any more.
 */
export async function replaceFile(
  path: string,
  text: string | Uint8Array | Iterable<string>,
  { isPrivate = false, isStillWanted }: ReplaceOptions = {},
): Promise<boolean> {
  await makeFolder(dirname(path));
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeThrough(temporary, text, isPrivate ? 0o600 : 0o644);
    const isWanted = (await isStillWanted?.(temporary)) ?? true;
    await (isWanted ? rename(temporary, path) : rm(temporary));
    return isWanted;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeThrough(
  path: string,
  text: string | Uint8Array | Iterable<string>,
  mode: number,
): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    const isOne = typeof text === 'string' || text instanceof Uint8Array;
    for (const piece of isOne ? [text] : text) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
