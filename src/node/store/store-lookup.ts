import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** What was found from a log's folder upward. */
export interface FoundStore {
  /** The nearest `.oddline/`, or undefined where there is none. */
  readonly folder: string | undefined;
  /** Where one is to be made: at the top of the log's repository, else beside the log. */
  readonly wouldBe: string;
}

/**
 * Looks for `.oddline/` in the log's folder and those above it, up to the first that holds `.git` or to the
 * file system's root. The command line's way: VS Code knows its workspace folders.
 */
export async function nearestStore(log: string): Promise<FoundStore> {
  const beside = await realFolder(dirname(resolve(log)));
  for (let folder = beside; ; folder = dirname(folder)) {
    const store = join(folder, '.oddline');
    if (await isFolder(store)) return { folder: store, wouldBe: store };
    if (await exists(join(folder, '.git'))) return { folder: undefined, wouldBe: store };
    if (dirname(folder) === folder) return { folder: undefined, wouldBe: join(beside, '.oddline') };
  }
}

/** Above a link to a folder lies what is above the folder itself. */
async function realFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => folder);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
