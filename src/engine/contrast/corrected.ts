/**
 * Chances corrected for how many were compared, by Holm (1979): how likely it is that chance alone made any of them as small. Holm and
 * not Benjamini-Hochberg: over a quiet stretch nothing at all is to be named, so what counts is whether one of them is wrong, not
 * which share of them; and it asks nothing of how they hang together, which they do.
 *
 * @param lnChances of those that are not 1
 * @param compared at least as many
 */
export function correctedChances(lnChances: readonly number[], compared: number): number[] {
  const order = [...lnChances.keys()].sort((a, b) => lnChances[a] - lnChances[b]);
  const corrected = new Array<number>(lnChances.length).fill(1);
  let highest = 0;
  for (const [rank, at] of order.entries()) {
    highest = Math.max(highest, Math.min(1, Math.exp(lnChances[at]) * (compared - rank)));
    corrected[at] = highest;
  }
  return corrected;
}
