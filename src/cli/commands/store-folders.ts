import { nearestStore } from '../../node/store/store-lookup';

/** The nearest `.oddline/` of each log, each once; for standard input that of the current folder. */
export async function storeFolders(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map(async (path) => (await nearestStore(path)).folder));
  return [...new Set(found)].filter((folder) => folder !== undefined);
}
