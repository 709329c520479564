import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const storeNames = ['labels.jsonl', 'weights.json', 'templates.jsonl', 'rules.jsonl', 'formats.jsonl'];

/** What in folders of the store changes what is exported: a data card names it by its hash. Each folder counts once. */
export async function heededFiles(folders: Iterable<string>): Promise<string[]> {
  const found: string[] = [];
  for (const folder of new Set(folders))
    for (const name of storeNames) if (await isThere(join(folder, name))) found.push(join(folder, name));
  return found;
}

/** Those of the folders that hold any of it. */
export async function heededStores(folders: Iterable<string>): Promise<string[]> {
  return [...new Set((await heededFiles(folders)).map((file) => dirname(file)))];
}

/** What is no regular file is not heeded, and may have no end. */
function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
