import { join } from 'node:path';
import { readStoreFile } from '../store/store-file';

/** Names that data sets have: a card may say anything. */
const splitName = /^(?:train|validation|test)\.(?:jsonl|csv)$/;

/** Splits that the card of a folder names: beside a new card they would be taken for its own. */
export async function splitsOfCard(folder: string): Promise<readonly string[]> {
  // A folder may come with a repository, and what is called so be a link to what has no end.
  const text = await readStoreFile(join(folder, 'data-card.json')).catch(() => '');
  try {
    const { kind, files } = Object(JSON.parse(text)) as Record<string, unknown>;
    if (kind !== 'oddline-data-card' || !Array.isArray(files)) return [];
    return files.map((file) => String(Object(file).name)).filter((name) => splitName.test(name));
  } catch {
    return [];
  }
}
