import { lineOfTime } from './merge/line-of-time';
import { type LongestGap, longestGaps } from './merge/longest-gaps';
import { type MergedOrder, mergeOrder } from './merge/merge-order';
import type { RecordTable } from './model/record-table';
import type { LineIndex, UnixNs } from './model/units';

/** What is known of the lines of a session once its sources are closed; nothing needs to be judged for it. */
export class SessionLines {
  constructor(private readonly records: RecordTable) {}

  /** All logs' lines in order of time; `clockOffsets`: milliseconds, by source. */
  mergeOrder(clockOffsets?: readonly number[]): Generator<number, MergedOrder> {
    return mergeOrder(this.records, clockOffsets);
  }

  longestGaps(limit: number, clockOffsets?: readonly number[]): Generator<number, readonly LongestGap[]> {
    return longestGaps(this.records, limit, clockOffsets);
  }

  lineOfTime(time: UnixNs, clockOffsets?: readonly number[]): LineIndex | undefined {
    return lineOfTime(this.records, time, clockOffsets);
  }
}
