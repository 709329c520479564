/** `size` distinct numbers below `count`, each set equally likely (Floyd 1987); ascending. */
export function sampleIndices(count: number, size: number, random: () => number): number[] {
  const chosen = new Set<number>();
  for (let last = count - size; last < count; last++) {
    const drawn = Math.floor(random() * (last + 1));
    chosen.add(chosen.has(drawn) ? last : drawn);
  }
  return [...chosen].sort((a, b) => a - b);
}
