/** So many oddities make an episode. */
const fewestTogether = 3;

/**
 * Decades of surprise at what happens at `places` (ascending, of `span` positions) in so many `times`: how seldom the others do
 * (Krichevsky and Trofimov 1981), or how close together they are: that k of n stand within a share w of all has a probability of
 * about n w^(k − 1).
 */
export function decadesOf(places: readonly number[], times: number, span: number): number {
  const alone = decadesAlone(places.length - 1, times);
  if (places.length < fewestTogether) return alone;
  const within = Math.min(1, (places[places.length - 1] - places[0]) / span + 1 / times);
  return Math.max(alone, -Math.log10(times) - (places.length - 1) * Math.log10(within));
}

export function decadesAlone(others: number, times: number): number {
  return Math.log10((times + 1) / (others + 0.5));
}

/**
 * The chance that the next of `count` is of a new kind, of which there were `kinds`, so many of them once: the greater of what Ewens
 * (1972) and Good (1953) expect; see closed-set.ts.
 */
export function chanceOfNew(count: number, kinds: number, singles: number): number {
  const theta = (kinds - 0.5) / Math.log(count);
  return Math.max(theta / (theta + count), singles / count);
}
