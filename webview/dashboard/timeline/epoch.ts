/** Seconds since the epoch with a fraction, as the marks of findings and metrics have them: good to a quarter of a microsecond. */
export function epochSeconds(moment: bigint): number {
  return Number(moment / 1_000_000_000n) + Number(moment % 1_000_000_000n) / 1e9;
}
