import type { Clumps } from './clumps';
import { correctedChances } from './corrected';
import { type Difference, differenceOf } from './difference';
import type { CountedItem, ItemFamily } from './family';

export interface SureDifference<Item> extends CountedItem<Item> {
  readonly difference: Difference;
  /** Corrected for all that were compared. */
  readonly chance: number;
}

/** What passes happens so seldom over a quiet log. */
const surely = 0.01;

/** What of some families surely differs, the strongest first, corrected for all that was compared. */
export function sureDifferences<Item>(
  families: readonly ItemFamily<Item>[],
  againstWindows: number,
): SureDifference<Item>[] {
  const found = families.flatMap(({ items, clumps }) =>
    items.flatMap((counted) => {
      const difference = differenceOf(counted.count, counted.opportunity, againstWindows);
      return difference
        ? [{ ...counted, difference, clumpChance: clumpChance(counted, difference, clumps) }]
        : [];
    }),
  );
  const compared = families.reduce((sum, family) => sum + family.compared, 0);
  const chances = correctedChances(
    found.map(({ difference }) => difference.lnChance),
    compared,
  );
  return found
    .map(({ clumpChance: clump, ...one }, i) => ({
      ...one,
      chance: Math.max(chances[i], Math.min(1, clump * families.length)),
    }))
    .filter(({ chance }) => chance <= surely)
    .sort((a, b) => b.difference.strength - a.difference.strength);
}

/** 0 of what has a history of its own. */
function clumpChance<Item>(
  counted: CountedItem<Item>,
  { isSeldom }: Difference,
  clumps: Clumps | null,
): number {
  if (!isSeldom || clumps === null) return 0;
  const { count, opportunity } = counted.among ?? counted;
  // A focus with more records than windows usually have holds larger clumps.
  const size = (opportunity.focus * opportunity.windows) / opportunity.records;
  return clumps.chanceOf(count.focus / Math.max(1, size));
}
