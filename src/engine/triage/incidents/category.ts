import { type Category, categories } from '../../model/finding';
import type { Clue } from './clue';
import type { Group } from './grouping';
import type { ServiceId } from './service-names';

/** What nobody can say more of. */
const usualCategory: Category = 'application';

/**
 * What its origin's own findings say it is about, each by its score; those of the others count only where the origin says
 * nothing: whoever cannot reach a database that is full complains of the network.
 */
export function categoryOfGroup({ clues }: Group, origin: ServiceId): Category {
  const own = clues.filter(({ service, peers }) => service === origin && peers.length === 0);
  return (
    heaviest(own) ??
    heaviest(clues.filter(({ peers }) => peers.length === 0)) ??
    heaviest(clues) ??
    usualCategory
  );
}

function heaviest(clues: readonly Clue[]): Category | undefined {
  const weights = new Map<Category, number>();
  for (const { finding } of clues) {
    const { category, score } = finding;
    if (category !== null) weights.set(category, (weights.get(category) ?? 0) + score);
  }
  const known = categories.filter((category) => weights.has(category));
  return known.sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))[0];
}
