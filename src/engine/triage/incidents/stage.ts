import { timeSpan } from '../../features/time-span';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';

/** Symptoms of one trouble come no further apart than this share of the log, within bounds that hold for any log. */
const shareApart = 1 / 20;
const apartMs = { least: 30_000, most: 300_000 };
const apartRecords = { least: 20, most: 2_000 };

/** Where on one axis records stand: milliseconds since the epoch or, in a log without times, records from its start. */
export class Stage {
  /** What is further apart has nothing to do with each other, unless something ties it together. */
  readonly apart: number;
  readonly from: number;
  readonly until: number;
  private readonly isTimed: boolean;

  constructor(private readonly records: RecordTable) {
    const span = timeSpan(records);
    this.isTimed = span !== undefined && span.untilMs > span.fromMs;
    this.from = this.isTimed && span ? span.fromMs : 0;
    this.until = this.isTimed && span ? span.untilMs : records.recordCount;
    const { least, most } = this.isTimed ? apartMs : apartRecords;
    this.apart = Math.min(most, Math.max(least, (this.until - this.from) * shareApart));
  }

  /** Of a record without a time in a log with times: where the last one before it that has one stands. */
  of(record: RecordIndex): number {
    if (!this.isTimed) return record;
    const { time } = this.records;
    const { firstRecord } = this.records.sources[this.records.sourceOfRecord(record)];
    for (let at: number = record; at >= firstRecord && record - at < apartRecords.most; at--)
      if (time.has(at)) return time.millis(at);
    return this.from;
  }
}
