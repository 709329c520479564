import type { RecordTable, SourceRow } from '../model/record-table';
import type { TimeColumn } from '../model/time-column';
import type { UnixNs } from '../model/units';

/** Milliseconds as a double are this exact at the least until the year 2255; nearer to a bound, nanoseconds decide. */
const exactMs = 0.01;

/** Both bounds belong to the range; null is open. */
export class TimeRange {
  private readonly fromMs: number;
  private readonly untilMs: number;

  constructor(
    private readonly from: UnixNs | null,
    private readonly until: UnixNs | null,
  ) {
    this.fromMs = from === null ? Number.NEGATIVE_INFINITY : Number(from) / 1e6;
    this.untilMs = until === null ? Number.POSITIVE_INFINITY : Number(until) / 1e6;
  }

  get isOpen(): boolean {
    return this.from === null && this.until === null;
  }

  /** The record must have a time. */
  holds(time: TimeColumn, record: number): boolean {
    const ms = time.millis(record);
    if (Math.abs(ms - this.fromMs) > exactMs && Math.abs(ms - this.untilMs) > exactMs) {
      return ms > this.fromMs && ms < this.untilMs;
    }
    const ns = time.nanosecondsAt(record);
    return (
      ns !== null && (this.from === null || ns >= this.from) && (this.until === null || ns <= this.until)
    );
  }
}

/** Records `[from, to)`. */
export interface RecordRun {
  readonly from: number;
  readonly to: number;
}

/** As a generator of records cost more a record than judging it. */
const longestRun = 1 << 16;

/**
 * The records that may become findings, in order and in runs of at most 65,536: those of the log, not of its baselines,
 * within the range. One without a time goes with the last time before it in its source; one before the first time
 * is in no range but the open one.
 */
export function* eligibleRuns(records: RecordTable, range: TimeRange): Generator<RecordRun, void> {
  for (const source of records.sources) {
    if (source.role === 'log') yield* runsInSource(records, source, range);
  }
}

/** The same of one source, whatever its role. */
export function* runsInSource(
  records: RecordTable,
  source: SourceRow,
  range: TimeRange,
): Generator<RecordRun, void> {
  const end = source.firstRecord + source.records;
  let within = range.isOpen;
  let from: number = source.firstRecord;
  for (let record = from; record < end; record++) {
    const before = within;
    if (!range.isOpen && records.time.has(record)) within = range.holds(records.time, record);
    if (before === within && record - from < longestRun) continue;
    if (before && record > from) yield { from, to: record };
    from = record;
  }
  if (within && end > from) yield { from, to: end };
}
