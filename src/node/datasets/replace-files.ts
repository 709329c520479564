import { lstat, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface ReplacedFiles {
  /** The folder they were made in, on the same disk: what they replace lies there until it is removed. */
  readonly from: string;
  readonly to: string;
  /** Within both folders. */
  readonly names: readonly string[];
  /** Names that go, too, where they are there. */
  readonly gone: readonly string[];
}

/**
 * Puts files in the place of others: all of them, or none. The last one, a card that speaks of the others, goes first and comes last, so
 * that it never stands beside others than its own, even where the process is killed in between. Rejects with what the system says.
 */
export async function replaceFiles({ from, to, names, gone }: ReplacedFiles): Promise<void> {
  const back: (() => Promise<void>)[] = [];
  const move = async (path: string, target: string) => {
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
    back.unshift(() => rename(target, path));
  };
  try {
    for (const [i, name] of [...new Set([...gone, ...names])].reverse().entries())
      if (await isFile(join(to, name))) await move(join(to, name), join(from, `before-${i}`));
    for (const name of names) await move(join(from, name), join(to, name));
  } catch (error) {
    for (const step of back) await step().catch(() => undefined);
    throw error;
  }
}

/** A folder of that name is somebody's: it stays, and is in the way. */
async function isFile(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && !found.isDirectory();
}
