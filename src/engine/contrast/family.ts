import { Clumps } from './clumps';
import { devianceOf, type Shares } from './compare-shares';
import { isComparable, sharesOf } from './difference';
import type { ItemCount } from './item-history';
import type { Opportunity } from './opportunity';

export interface CountedItem<Item> {
  readonly item: Item;
  readonly count: ItemCount;
  readonly opportunity: Opportunity;
  /** As in the records that the other items of its family were counted in, where it was counted again in more. */
  readonly among?: Pick<CountedItem<Item>, 'count' | 'opportunity'>;
}

/** Items of one kind: what is new or seldom is compared with the others of its family. */
export interface ItemFamily<Item> {
  /** Those that a binomial would call different; with a history they may not be. */
  readonly items: readonly CountedItem<Item>[];
  /** Null of what is asked only where something is named already: what is seldom there is so because there is little of the other. */
  readonly clumps: Clumps | null;
  /** All that could have differed. */
  readonly compared: number;
}

/** A binomial's chance of less is 0.05 once in twenty; a history only widens it. */
const leastDeviance = 3.84;

/** Whether its history is worth a look. */
export function isPromising(shares: Shares): boolean {
  return isComparable(shares) && devianceOf(shares) >= leastDeviance;
}

/** Walks the items once; of those worth a look it keeps the `most` with the largest deviance. */
export function familyOf<Item>(
  items: Iterable<CountedItem<Item>>,
  windowCount: number,
  most = Number.POSITIVE_INFINITY,
): ItemFamily<Item> {
  const clumps = new Clumps(windowCount);
  const kept: (CountedItem<Item> & { readonly deviance: number })[] = [];
  let compared = 0;
  for (const counted of items) {
    clumps.add(counted.count);
    const shares = sharesOf(counted.count, counted.opportunity);
    if (isComparable(shares)) compared++;
    if (isPromising(shares)) kept.push({ ...counted, deviance: devianceOf(shares) });
    if (kept.length >= 2 * most) keepLargest(kept, most);
  }
  keepLargest(kept, most);
  return { items: kept, clumps, compared };
}

function keepLargest(kept: { readonly deviance: number }[], most: number): void {
  if (kept.length <= most) return;
  kept.sort((a, b) => b.deviance - a.deviance);
  kept.length = most;
}
