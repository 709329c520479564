import { lineOfTime } from './merge/line-of-time';
import { type LongestGap, longestGaps } from './merge/longest-gaps';
import { type MergedOrder, mergeOrder } from './merge/merge-order';
import { type MergedRange, type MergedRecord, mergedRecords } from './merge/merged-records';
import type { LineIndex, UnixNs } from './model/units';
import { endOfLine } from './records/line-texts';
import type { SessionSources } from './session-sources';

/** What is known of the lines of a session once its sources are closed; nothing needs to be judged for it. */
export class SessionLines {
  constructor(private readonly sources: SessionSources) {}

  get recordCount(): number {
    return this.sources.records.recordCount;
  }

  /** All logs' lines in order of time; `clockOffsets`: milliseconds, by source. */
  mergeOrder(clockOffsets?: readonly number[]): Generator<number, MergedOrder> {
    return mergeOrder(this.sources.records, clockOffsets);
  }

  /** The same, record by record. */
  mergedRecords(clockOffsets: readonly number[], range: MergedRange): Generator<MergedRecord> {
    const { records, readers } = this.sources;
    return mergedRecords(
      records,
      (line, source) => endOfLine(records, line as LineIndex, source, readers[source]),
      clockOffsets,
      range,
    );
  }

  longestGaps(limit: number, clockOffsets?: readonly number[]): Generator<number, readonly LongestGap[]> {
    return longestGaps(this.sources.records, limit, clockOffsets);
  }

  lineOfTime(time: UnixNs, clockOffsets?: readonly number[]): LineIndex | undefined {
    return lineOfTime(this.sources.records, time, clockOffsets);
  }
}
