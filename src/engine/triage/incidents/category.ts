import { type Category, categories } from '../../model/finding';
import type { Clue } from './clue';
import type { Group } from './grouping';
import type { ServiceId } from './service-names';

/** What nobody can say more of. */
const usualCategory: Category = 'application';
/** Of a category guessed from the words, beside one that a rule knows. */
const guessWeight = 0.2;

/**
 * What its origin's own findings say it is about; those of the others count only where the origin says nothing: whoever
 * cannot reach a database that is full complains of the network.
 */
export function categoryOfGroup({ clues }: Group, origin: ServiceId): Category {
  const ofThemselves = clues.filter(speaksOfItself);
  const own = ofThemselves.filter(({ service }) => service === origin);
  return heaviest(own) ?? heaviest(ofThemselves) ?? heaviest(clues) ?? usualCategory;
}

export function speaksOfItself({ peers, blamesUnnamed }: Clue): boolean {
  return peers.length === 0 && !blamesUnnamed;
}

/** By score; the later ones, which are the consequences, weigh ever less. */
function heaviest(clues: readonly Clue[]): Category | undefined {
  const weights = new Map<Category, number>();
  let index = 0;
  for (const { category, isGuess, finding } of clues) {
    if (category === null) continue;
    const weight = (finding.score * (isGuess ? guessWeight : 1)) / ++index;
    weights.set(category, (weights.get(category) ?? 0) + weight);
  }
  const known = categories.filter((category) => weights.has(category));
  return known.sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))[0];
}
