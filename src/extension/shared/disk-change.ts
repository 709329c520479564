import { stat } from 'node:fs/promises';
import type { FileState } from '../../protocol/file-state';
import type { Staleness } from './analyses';

/** Undefined when there is no file of that path to be seen. */
export async function fileState(path: string): Promise<FileState | undefined> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return { size, modifiedMs: mtimeMs, inode: ino };
  } catch {
    return undefined;
  }
}

/** `now` is undefined when the file is gone. A larger file of the same inode is taken for an appended one. */
export function diskChange(analysed: FileState, now: FileState | undefined): Staleness | undefined {
  if (!now || now.inode !== analysed.inode || now.size < analysed.size) return 'changed-on-disk';
  if (now.size > analysed.size) return 'grown';
  return now.modifiedMs === analysed.modifiedMs ? undefined : 'changed-on-disk';
}
