import type { TimeRange } from '../terms';

/** A stretch of time in nanoseconds since the epoch: from the first to before the second, as it is drawn. */
export interface Stretch {
  readonly from: bigint;
  readonly until: bigint;
}

/** No chart is narrower: marks know their time to a quarter of a microsecond. */
const leastWidth = 10_000n;
/** Parts a stretch is divided into where a share of it is asked for. */
const parts = 1_000_000;
const nanosPerSecond = 1e9;

export function widthOf({ from, until }: Stretch): bigint {
  return until - from;
}

export function secondsWide(stretch: Stretch): number {
  return Number(widthOf(stretch)) / nanosPerSecond;
}

/** The moment at a share of the stretch, 0 to 1. */
export function momentAt(stretch: Stretch, share: number): bigint {
  return stretch.from + (widthOf(stretch) * BigInt(Math.round(share * parts))) / BigInt(parts);
}

/** Where a moment lies in the stretch: 0 at its begin, 1 at its end. */
export function shareOf(stretch: Stretch, moment: bigint): number {
  return Number(moment - stretch.from) / Number(widthOf(stretch));
}

/**
 * `factor` times as wide, with what was at `share` staying there, and within `all`. Null is all of it.
 */
export function zoomed(stretch: Stretch, all: Stretch, share: number, factor: number): Stretch | null {
  const scaled = (widthOf(stretch) * BigInt(Math.round(factor * parts))) / BigInt(parts);
  const width = scaled < leastWidth ? leastWidth : scaled;
  if (width >= widthOf(all)) return null;
  const from = momentAt(stretch, share) - (width * BigInt(Math.round(share * parts))) / BigInt(parts);
  return within({ from, until: from + width }, all);
}

/** As wide, so many shares of its width later, and within `all`. */
export function panned(stretch: Stretch, all: Stretch, shares: number): Stretch {
  const by = (widthOf(stretch) * BigInt(Math.round(shares * parts))) / BigInt(parts);
  return within({ from: stretch.from + by, until: stretch.until + by }, all);
}

/** As wide, moved to where `all` is; all of it where that is narrower. */
export function within(stretch: Stretch, all: Stretch): Stretch {
  const width = widthOf(stretch);
  if (width >= widthOf(all)) return all;
  if (stretch.from < all.from) return { from: all.from, until: all.from + width };
  if (stretch.until > all.until) return { from: all.until - width, until: all.until };
  return stretch;
}

/** As the host asks for it: both ends included. */
export function rangeOf({ from, until }: Stretch): TimeRange {
  return { from: String(from), until: String(until - 1n) };
}

/** An open end is that of all. */
export function stretchOf({ from, until }: TimeRange, all: Stretch): Stretch {
  return {
    from: from === null ? all.from : BigInt(from),
    until: until === null ? all.until : BigInt(until) + 1n,
  };
}
