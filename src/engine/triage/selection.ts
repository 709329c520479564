import type { Severity } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import { type Fusion, findingThreshold, severityOf } from './fusion';
import { StrongestRecords } from './strongest-records';
import { eligibleRecords, type TimeRange } from './time-range';

/** Records of the list that is shown whatever the threshold. */
const strangestCount = 20;
const stepRecords = 1 << 16;

export interface Selection {
  /** At most `limit`, the highest scores; in record order. */
  readonly findings: readonly RecordIndex[];
  /** Records at or above the threshold, kept or not. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Lines of all of them. */
  readonly markedLines: number;
  /** Highest first; records that no detector scored are never among them. */
  readonly strangest: readonly RecordIndex[];
  /** Records that could have become findings, and their lines. */
  readonly eligible: number;
  readonly lines: number;
}

/** Picks findings and strangest records; yields now and then. Of equal scores the earlier record goes first. */
export function* select(
  records: RecordTable,
  fusion: Fusion,
  range: TimeRange,
  limit: number,
): Generator<void, Selection> {
  const kept = new StrongestRecords(limit);
  const strangest = new StrongestRecords(strangestCount);
  const counts: Record<Severity, number> = { low: 0, medium: 0, high: 0, critical: 0 };
  let markedLines = 0;
  let eligible = 0;
  let lines = 0;
  for (const record of eligibleRecords(records, range)) {
    const score = fusion.score(record);
    const recordLines = records.lastLine(record) - records.firstLine.get(record) + 1;
    lines += recordLines;
    if (score > 0) strangest.offer(record, score);
    if (score >= findingThreshold) {
      kept.offer(record, score);
      counts[severityOf(score)]++;
      markedLines += recordLines;
    }
    if (++eligible % stepRecords === 0) yield;
  }
  return {
    findings: kept.inOrder(),
    counts,
    markedLines,
    strangest: strangest.strongestFirst(),
    eligible,
    lines,
  };
}
