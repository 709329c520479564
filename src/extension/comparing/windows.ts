import type { TimeSpan } from '../shared/time-range';

const nanosPerSecond = 1_000_000_000n;

/** The last moment before the last `seconds` of a log. */
export function endOf({ last }: Pick<TimeSpan, 'last'>, seconds: number): string {
  return String(BigInt(last) - BigInt(seconds) * nanosPerSecond - 1n);
}

/** The moment in the middle of a log's time. */
export function firstHalf({ first, last }: Pick<TimeSpan, 'first' | 'last'>): string {
  return String(BigInt(first) + (BigInt(last) - BigInt(first)) / 2n);
}
