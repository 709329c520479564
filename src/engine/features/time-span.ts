import type { RecordTable, SourceRow } from '../model/record-table';

/** Enough to know the span to a percent. */
const mostLookedAt = 4096;
/** Of the times looked at, on either side: a clock not yet set writes 1970, a wrong one 2099. */
const outerShare = 0.01;

/** Milliseconds since the epoch. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly untilMs: number;
}

/**
 * Where nearly all times of the sources lie, those of the log unless told: all but the outermost hundredth on either side, of up
 * to 4,096 records evenly spread. Undefined where none of them has a time.
 */
export function timeSpan(
  { sources, time }: RecordTable,
  logs: readonly SourceRow[] = sources.filter(({ role }) => role === 'log'),
): TimeSpan | undefined {
  const records = logs.reduce((sum, log) => sum + log.records, 0);
  const step = Math.max(1, Math.ceil(records / mostLookedAt));
  const times: number[] = [];
  for (const { firstRecord, records: count } of logs) {
    for (let record = firstRecord as number; record < firstRecord + count; record += step) {
      if (time.has(record)) times.push(time.millis(record));
    }
  }
  if (times.length === 0) return undefined;
  times.sort((a, b) => a - b);
  const outer = Math.floor(times.length * outerShare);
  return { fromMs: times[outer], untilMs: times[times.length - 1 - outer] };
}
