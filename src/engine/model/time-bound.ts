import type { RecordTable } from './record-table';
import type { UnixNs } from './units';

/** How long before the log's end, in nanoseconds. */
export interface BeforeEnd {
  readonly beforeEnd: bigint;
}

/** A bound of a range of time; null is open. */
export type TimeBound = UnixNs | BeforeEnd | null;

/** In a log without times nothing is before its end, as nothing is after any time. */
const noTimes: UnixNs = 0n;

export function isBeforeEnd(bound: TimeBound | undefined): bound is BeforeEnd {
  return typeof bound === 'object' && bound !== null;
}

export function boundFrom(bound: TimeBound, end: UnixNs): UnixNs | null {
  return isBeforeEnd(bound) ? end - bound.beforeEnd : bound;
}

/** The bound as a time, by the logs read so far. */
export function resolvedBound(bound: TimeBound, records: RecordTable): UnixNs | null {
  return isBeforeEnd(bound) ? boundFrom(bound, endOf(records) ?? noTimes) : bound;
}

/**
 * When the logs end: of the last record of each that has a time, the latest. Not the greatest time: one wrong clock in the
 * middle would push the end away.
 */
function endOf(records: RecordTable): UnixNs | undefined {
  let latest: UnixNs | undefined;
  for (const { role, firstRecord, records: count } of records.sources) {
    if (role !== 'log') continue;
    let last = firstRecord + count - 1;
    while (last >= firstRecord && !records.time.has(last)) last--;
    const time = last < firstRecord ? null : records.time.nanosecondsAt(last);
    if (time !== null && (latest === undefined || time > latest)) latest = time;
  }
  return latest;
}
