/** How much of something abnormal passes until it shows. */
export interface DetectionDelay {
  readonly median: number;
  readonly mean: number;
  /** Of how many the delay is known: those that were found. */
  readonly known: number;
}

/** Null where nothing was found. `delays`: of each that was, in events, the one that shows it among them. */
export function delayOf(delays: readonly number[]): DetectionDelay | null {
  if (delays.length === 0) return null;
  const sorted = delays.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return {
    median,
    mean: delays.reduce((sum, delay) => sum + delay, 0) / delays.length,
    known: delays.length,
  };
}
