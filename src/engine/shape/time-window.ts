import type { UnixNs } from '../model/units';

/** Both bounds belong to it; null is open. Records without a time go with the last one before them in their source; those before the first time are in no window but the open one. */
export interface TimeWindow {
  readonly from: UnixNs | null;
  readonly until: UnixNs | null;
  /** Milliseconds added to the times of each source of a merge, by its index; none where left out. */
  readonly clockOffsets: readonly number[];
}

/** Nanoseconds that are added to the times of a source. */
export function offsetOf({ clockOffsets }: Pick<TimeWindow, 'clockOffsets'>, source: number): bigint {
  return BigInt(Math.round((clockOffsets[source] ?? 0) * 1e6));
}
