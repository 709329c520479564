import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { programProblem } from './program-problems';

/** Where programs are looked for. A parameter, so that tests have their own. */
export interface ProgramPlaces {
  readonly platform: NodeJS.Platform;
  /** As in the variable PATH. */
  readonly path: string;
  readonly isRunnable: (file: string) => Promise<boolean>;
}

export function ownPlaces(): ProgramPlaces {
  return { platform: process.platform, path: process.env.PATH ?? '', isRunnable };
}

/** What Windows starts without a shell; `.cmd` and `.bat` need one. */
const windowsEndings = ['.exe', '.com'];

/**
 * The file that runs under this name: a whole path as it is, or a name on PATH. Folders on PATH that are relative are passed over, as
 * they would mean whatever folder this process is in. Throws InputError `program-missing`, `program-forbidden` or `program-relative`.
 */
export async function findProgram(name: string, places: ProgramPlaces = ownPlaces()): Promise<string> {
  const { isAbsolute } = pathsOf(places);
  if (isAbsolute(name)) return (await places.isRunnable(name)) ? name : refuse('program-forbidden', name);
  if (name === '' || /[/\\]/.test(name)) return refuse('program-relative', name);
  for (const file of candidates(name, places)) if (await places.isRunnable(file)) return file;
  return refuse('program-missing', name);
}

function candidates(name: string, places: ProgramPlaces): readonly string[] {
  const { delimiter, isAbsolute, join } = pathsOf(places);
  const folders = places.path.split(delimiter).filter(isAbsolute);
  return folders.flatMap((folder) => fileNames(name, places).map((file) => join(folder, file)));
}

function fileNames(name: string, { platform }: ProgramPlaces): readonly string[] {
  if (platform !== 'win32') return [name];
  const isWhole = windowsEndings.some((ending) => name.toLowerCase().endsWith(ending));
  return isWhole ? [name] : windowsEndings.map((ending) => name + ending);
}

function pathsOf({ platform }: ProgramPlaces): typeof posix {
  return platform === 'win32' ? win32 : posix;
}

async function isRunnable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function refuse(code: 'program-missing' | 'program-forbidden' | 'program-relative', name: string): never {
  throw programProblem(code, name);
}
