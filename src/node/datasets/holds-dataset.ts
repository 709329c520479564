import { join } from 'node:path';
import { readStoreFile } from '../store/store-file';

/** The study has a card in each of its folders. */
const cards = ['data-card.json', join('sequences', 'data-card.json')];

export async function holdsDataset(folder: string): Promise<boolean> {
  const found = await Promise.all(cards.map((card) => isCard(join(folder, card))));
  return found.includes(true);
}

async function isCard(path: string): Promise<boolean> {
  try {
    const card: unknown = JSON.parse(await readStoreFile(path));
    return Object(card).kind === 'oddline-data-card';
  } catch {
    return false;
  }
}
