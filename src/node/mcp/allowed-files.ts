import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A folder whose files, or a file that, may be read; as it was named, and where it really is. */
export interface AllowedPlace {
  readonly named: string;
  readonly real: string;
  readonly isFolder: boolean;
}

/** Why a file is not read, for a model: with what would be right. */
export class RefusedFileError extends Error {}

/** Those of the paths that are there, symbolic links resolved. */
export async function placesOf(paths: readonly string[]): Promise<readonly AllowedPlace[]> {
  const places = await Promise.all(
    paths.map(async (named) => {
      try {
        const real = await realpath(named);
        return [{ named: resolve(named), real, isFolder: (await stat(real)).isDirectory() }];
      } catch {
        return [];
      }
    }),
  );
  return places.flat();
}

/**
 * Where the file really is that a model named: absolute, or below one of the folders. Nothing beyond the places is looked at, and a
 * link that leads out of them is refused. Throws RefusedFileError.
 */
export async function allowedFile(name: string, places: readonly AllowedPlace[]): Promise<string> {
  for (const path of candidates(name, places)) {
    if (!places.some((place) => isWithin(path, place.named) || isWithin(path, place.real))) continue;
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined) continue;
    if (!places.some((place) => isWithin(real, place.real)))
      throw new RefusedFileError(
        `${name} leads out of the folders that may be read. list_logs shows what may be.`,
      );
    return real;
  }
  throw new RefusedFileError(
    `There is no file ${JSON.stringify(name)} that may be read. Name one as list_logs shows it.`,
  );
}

function candidates(name: string, places: readonly AllowedPlace[]): readonly string[] {
  if (name === '' || name.includes('\0')) return [];
  if (isAbsolute(name)) return [resolve(name)];
  const below = places.filter(({ isFolder }) => isFolder).map(({ named }) => resolve(named, name));
  const files = places.filter(({ isFolder, named }) => !isFolder && named.endsWith(`${sep}${name}`));
  return [...below, ...files.map(({ named }) => named)];
}

function isWithin(path: string, place: string): boolean {
  const rest = relative(place, path);
  return rest === '' || !(rest === '..' || rest.startsWith(`..${sep}`) || isAbsolute(rest));
}
