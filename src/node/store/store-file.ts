import { readFile, stat } from 'node:fs/promises';
import { InputError } from '../../protocol/input-error';
import { replaceFile } from './replace-file';
import { notRead, notWritten, unusableFile } from './store-problems';

/** 100,000 labels; what is larger nobody taught. */
const maxMegabytes = 64;

/**
 * '' where there is none. A repository brings its `.oddline/` along, links included: one to `/dev/zero` would fill the memory, a pipe
 * would never end. Throws InputError.
 */
export async function readStoreFile(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (!found.isFile() || found.size > maxMegabytes * 1e6) throw unusableFile(path, maxMegabytes);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (isMissing(error)) return '';
    throw notRead(path, error);
  }
}

/** Takes the place of the file in one step. Throws InputError, and the file is as it was. */
export async function writeStoreFile(path: string, text: string): Promise<void> {
  try {
    await replaceFile(path, text);
  } catch (error) {
    throw notWritten(path, error);
  }
}

/** ENOTDIR: what would be the folder is a file. */
function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
