import { lstat, mkdir, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputError } from './input-problems';

/**
 * A file below the temporary folder that keeps its name from run to run, in a folder of this user's own.
 * A file that holds the text already is left as it is: somebody may be reading it. Throws InputError `no-room`.
 */
export async function privateFile(folderName: string, fileName: string, text: string): Promise<string> {
  try {
    const path = join(await privateFolder(folderName), fileName);
    if ((await textOf(path)) !== text) await replace(path, text);
    return path;
  } catch (error) {
    throw inputError('no-room', tmpdir(), (error as Error).message);
  }
}

/**
 * Others may write to the temporary folder: what stands under our name there may be their link, or a folder
 * they can put links into. Then a fresh folder nobody can foresee is taken.
 */
async function privateFolder(name: string): Promise<string> {
  const user = process.geteuid?.();
  const path = join(tmpdir(), user === undefined ? name : `${name}-${user}`);
  const isNew = await mkdir(path, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  return isNew || (await isPrivate(path, user)) ? path : mkdtemp(join(tmpdir(), `${name}-`));
}

/** Without user numbers (Windows) the temporary folder is the user's own. */
async function isPrivate(path: string, user: number | undefined): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isDirectory()) return false;
  return user === undefined || (found.uid === user && (found.mode & 0o077) === 0);
}

function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

/** In one step, so that nobody reads half of it. */
async function replace(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, path);
}
