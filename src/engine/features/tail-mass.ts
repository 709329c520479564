/**
 * Tail mass p(c): the share of all occurrences that belong to kinds seen at most c times.
 *
 * The Good–Turing idea that the mass of what is rarely seen says how likely it is to meet something
 * rare: where every second record is a one-off, a one-off means nothing (p = 0.5); where one record in
 * 10,000 is, it does (p = 0.0001). So no fixed share has to say what "rare" is.
 *
 * Returns one share a kind, 1 for kinds that never occur. O(n log n) in the number of kinds.
 */
export function tailMasses(counts: Uint32Array): Float64Array {
  const sorted = counts.slice().sort();
  const massUpTo = new Map<number, number>();
  let mass = 0;
  for (const count of sorted) {
    mass += count;
    massUpTo.set(count, mass);
  }
  return Float64Array.from(counts, (count) => (count === 0 ? 1 : (massUpTo.get(count) ?? 0) / mass));
}

/**
 * Tail masses within groups: the share of a group's occurrences that belong to its members seen at most
 * as often as this one. `groupOf` gives each member's group, below 2^21.
 */
export function tailMassesWithin(counts: Uint32Array, groupOf: Uint32Array, groups: number): Float64Array {
  const keys = Float64Array.from(counts, (count, member) => groupOf[member] * keyStep + count).sort();
  const massUpTo = new Float64Array(keys.length);
  const total = new Float64Array(groups);
  keys.forEach((key, rank) => {
    const group = Math.floor(key / keyStep);
    total[group] += key - group * keyStep;
    massUpTo[rank] = total[group];
  });
  return Float64Array.from(counts, (count, member) => {
    if (count === 0) return 1;
    const group = groupOf[member];
    return massUpTo[lastRankOf(keys, group * keyStep + count)] / total[group];
  });
}

const keyStep = 2 ** 32;

function lastRankOf(keys: Float64Array, wanted: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
