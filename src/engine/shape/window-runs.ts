import { type ClockOffset, clockOffset } from '../merge/source-cursor';
import type { RecordTable, SourceRow } from '../model/record-table';
import { shiftedTime } from '../model/time-bound';
import type { TimeColumn } from '../model/time-column';
import type { UnixNs } from '../model/units';
import { TimeRange } from '../triage/time-range';

/** Both included; null is open. */
export interface LogWindow {
  readonly from: UnixNs | null;
  readonly until: UnixNs | null;
  /** Milliseconds added to the times of each source, by its index; none where left out. */
  readonly clockOffsets?: readonly number[] | undefined;
}

/** Records `[from, to)` of one source, at most 65,536. */
export interface WindowRun {
  readonly from: number;
  readonly to: number;
  readonly offset: ClockOffset;
}

const longestRun = 1 << 16;

/**
 * The records of the logs, not of their baselines, within a window of time, in order. One without a time goes with the last time
 * before it in its source; one before the first time is in no window but the open one. Where none is for 65,536 records an empty
 * run comes, so that whoever walks them can be stopped.
 */
export function* windowRuns(records: RecordTable, window: LogWindow): Generator<WindowRun, void> {
  for (const [index, source] of records.sources.entries()) {
    if (source.role !== 'log') continue;
    const milliseconds = window.clockOffsets?.[index] ?? 0;
    const offset = clockOffset(milliseconds);
    const bound = (time: UnixNs | null) => (time === null ? null : shiftedTime(time, -milliseconds));
    const range = new TimeRange(bound(window.from), bound(window.until));
    for (const [from, to] of runsOf(records.time, source, range)) yield { from, to, offset };
  }
}

function* runsOf(
  time: TimeColumn,
  { firstRecord, records }: SourceRow,
  range: TimeRange,
): Generator<readonly [from: number, to: number], void> {
  const end = firstRecord + records;
  let within = range.isOpen;
  for (let block: number = firstRecord; block < end; block += longestRun) {
    const blockEnd = Math.min(end, block + longestRun);
    let from = block;
    for (let record = range.isOpen ? blockEnd : block; record < blockEnd; record++) {
      const before = within;
      if (time.has(record)) within = range.holds(time, record);
      if (before === within) continue;
      if (before && record > from) yield [from, record];
      from = record;
    }
    yield within ? [from, blockEnd] : [blockEnd, blockEnd];
  }
}
