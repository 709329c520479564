/** Adds the counts of equal keys; ascending by key. */
export function addedCounts<Key extends string | number>(
  counts: Iterable<readonly [Key, number]>,
): (readonly [Key, number])[] {
  const sums = new Map<Key, number>();
  for (const [key, count] of counts) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums].sort(([one], [other]) => ascending(one, other));
}

/** By code units: the same on every machine, whatever its language. */
export function ascending<Key extends string | number>(one: Key, other: Key): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Lists of numbers like words of a dictionary. */
export function ascendingLists(one: readonly number[], other: readonly number[]): number {
  for (let i = 0; i < Math.min(one.length, other.length); i++)
    if (one[i] !== other[i]) return one[i] - other[i];
  return one.length - other.length;
}
