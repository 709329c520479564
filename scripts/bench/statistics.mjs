/** @param {readonly number[]} values at least one; of an even number the mean of the two in the middle */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Of runs made in turns: how many times as fast `ours` was as `theirs`, round by round, and the median of that. A
 * machine that is slow for a minute is slow for both.
 * @param {readonly number[]} ours seconds
 * @param {readonly number[]} theirs seconds
 */
export function medianRatio(ours, theirs) {
  return median(ours.map((seconds, round) => theirs[round] / seconds));
}
