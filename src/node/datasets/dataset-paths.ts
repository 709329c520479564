import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

const order = ['train', 'validation', 'test'];
const datasetEnding = /\.(?:jsonl|csv)(?:\.(?:gz|zst))?$/i;
/** Beside a whole log: what is said of its lines is no data set. */
const otherFiles = new Set(['labels.jsonl']);

/** The files of data sets among paths and in folders, those in folders of a folder too; train before validation before test. */
export async function datasetPaths(named: readonly string[]): Promise<string[]> {
  const found = await Promise.all(named.map((path) => filesAt(path, 1)));
  return [...new Set(found.flat())].sort(bySplit);
}

async function filesAt(path: string, depth: number): Promise<string[]> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
  if (!isFolder) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && datasetEnding.test(entry.name) && !otherFiles.has(entry.name))
    .map(({ name }) => join(path, name));
  const folders = entries.filter((entry) => entry.isDirectory() && depth > 0 && !entry.name.startsWith('.'));
  const below = await Promise.all(folders.map(({ name }) => filesAt(join(path, name), depth - 1)));
  return [...files, ...below.flat()];
}

/** What stands in two files is told of the later one. */
function bySplit(a: string, b: string): number {
  return placeOf(a) - placeOf(b) || (a < b ? -1 : Number(a > b));
}

function placeOf(path: string): number {
  const place = order.findIndex((split) => basename(path).toLowerCase().startsWith(split));
  return place < 0 ? order.length : place;
}
