import type { RecordTable } from './record-table';
import type { UnixNs } from './units';

/** How long before the log's end, in nanoseconds. */
export interface BeforeEnd {
  readonly beforeEnd: bigint;
}

/** `milliseconds` may have a fraction. */
export function shiftedTime(time: UnixNs, milliseconds: number): UnixNs {
  return time + BigInt(Math.round(milliseconds * 1e6));
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

/** The bound as a time, by the logs read so far; `clockOffsets`: milliseconds added to the times of each, by its index. */
export function resolvedBound(
  bound: TimeBound,
  records: RecordTable,
  clockOffsets: readonly number[] = [],
): UnixNs | null {
  return isBeforeEnd(bound) ? boundFrom(bound, endOf(records, clockOffsets) ?? noTimes) : bound;
}

/**
 * When the logs end: of the last record of each that has a time, the latest. Not the greatest time: one wrong clock in the
 * middle would push the end away.
 */
function endOf(records: RecordTable, clockOffsets: readonly number[]): UnixNs | undefined {
  let latest: UnixNs | undefined;
  for (const [source, { role, firstRecord, records: count }] of records.sources.entries()) {
    if (role !== 'log') continue;
    let last = firstRecord + count - 1;
    while (last >= firstRecord && !records.time.has(last)) last--;
    const own = last < firstRecord ? null : records.time.nanosecondsAt(last);
    const time = own === null ? null : shiftedTime(own, clockOffsets[source] ?? 0);
    if (time !== null && (latest === undefined || time > latest)) latest = time;
  }
  return latest;
}
