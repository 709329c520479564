/**
 * Draws from a stream of numbers in [0, 1).
 *
 * Only + − × ÷ are used: the language leaves the last bits of Math.log and its kin to the machine, and the
 * same seed must give the same bytes everywhere.
 */
export type Random = () => number;

/** A whole number from `low` to `high`, both included. */
export function integer(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[integer(random, 0, items.length - 1)];
}

/** An item as often as its weight says; weights need not add up to anything. */
export function pickWeighted<Item extends { readonly weight: number }>(
  random: Random,
  items: readonly Item[],
): Item {
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  let left = random() * total;
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return items[items.length - 1];
}

/** Durations: half of them below `typical`, never under 0.7 of it, one in fifteen above its triple, at most 6.4 times. */
export function longTailed(random: Random, typical: number): number {
  return typical * (0.4 + 0.3 / (1 - 0.95 * random()));
}

export function hexDigits(random: Random, length: number): string {
  return Array.from({ length }, () => integer(random, 0, 15).toString(16)).join('');
}
