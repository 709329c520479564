import type { NsText } from '../../../protocol/log-source';

export const msNs = 1_000_000n;
export const secondNs = 1_000_000_000n;

/** Less than 0 where `a` is earlier. Times of Loki are digits without leading zeros, so that no number is made of them. */
export function compareTimes(a: NsText, b: NsText): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

export function minNs(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function maxNs(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** Milliseconds that hold so many nanoseconds, rounded up; Loki knows no shorter duration. */
export function wholeMs(ns: bigint): bigint {
  return (ns + msNs - 1n) / msNs;
}
