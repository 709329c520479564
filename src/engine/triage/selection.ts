import type { JudgedRecords } from '../model/analysis';
import type { Severity } from '../model/finding';
import { Level } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import { type Fusion, findingThreshold, severityOf } from './fusion';
import { StrongestRecords } from './strongest-records';
import { eligibleRuns, type TimeRange } from './time-range';

/** Records of the list that is shown whatever the threshold. */
const strangestCount = 20;

export interface Selection {
  /** At most `limit`, the highest scores; in record order. */
  readonly findings: readonly RecordIndex[];
  /** Records at or above the threshold, kept or not. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Lines of all of them. */
  readonly markedLines: number;
  /** At most 20, highest first, whatever the threshold; none that no detector scored. */
  readonly strangest: readonly RecordIndex[];
  /** Records that could have become findings. */
  readonly judged: JudgedRecords;
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
  const judged = { records: 0, errors: 0, warnings: 0 };
  const look = (record: RecordIndex): void => {
    const score = fusion.score(record);
    const level = records.level.get(record);
    if (level >= Level.error) judged.errors++;
    else if (level === Level.warn) judged.warnings++;
    if (score > 0) strangest.offer(record, score);
    if (score < findingThreshold) return;
    kept.offer(record, score);
    counts[severityOf(score)]++;
    markedLines += records.lastLine(record) - records.firstLine.get(record) + 1;
  };
  for (const { from, to } of eligibleRuns(records, range)) {
    for (let record = from; record < to; record++) look(record as RecordIndex);
    judged.records += to - from;
    yield;
  }
  return {
    findings: kept.inOrder(),
    counts,
    markedLines,
    strangest: strangest.strongestFirst(),
    judged,
  };
}
