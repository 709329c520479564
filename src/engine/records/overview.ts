import type { JudgedRecords, Overview } from '../model/analysis';
import type { DetectorId, Sentence } from '../model/finding';
import { Level } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { UnixNs } from '../model/units';

/** What the overview takes over from triage. */
export interface Judgement {
  readonly judged: JudgedRecords;
  readonly markedLines: number;
  readonly detectors: readonly DetectorId[];
  readonly notJudged: readonly Sentence[];
}

/** Sums the log up: baselines are not counted, they are not what was asked about. */
export function overviewOf(records: RecordTable, templates: number, judgement: Judgement): Overview {
  const logs = records.sources.filter((source) => source.role === 'log');
  const total = (pick: (source: (typeof logs)[number]) => number) =>
    logs.reduce((sum, source) => sum + pick(source), 0);
  const counts = { timed: 0, errors: 0 };
  let first: UnixNs | null = null;
  let last: UnixNs | null = null;
  for (const source of logs) {
    const span = countRecords(records, source.firstRecord, source.firstRecord + source.records, counts);
    if (span === undefined) continue;
    if (first === null || span.first < first) first = span.first;
    if (last === null || span.last > last) last = span.last;
  }
  return {
    lines: total((source) => source.lines),
    records: total((source) => source.records),
    bytes: total((source) => source.bytes),
    templates,
    ...counts,
    firstTime: first?.toString() ?? null,
    lastTime: last?.toString() ?? null,
    judged: judgement.judged,
    markedLines: judgement.markedLines,
    detectors: judgement.detectors,
    notJudged: judgement.notJudged,
  };
}

/** Earliest and latest time between two records, whatever their order; undefined where none has a time. */
function countRecords(
  records: RecordTable,
  from: number,
  to: number,
  counts: { timed: number; errors: number },
): { first: UnixNs; last: UnixNs } | undefined {
  let earliest = -1;
  let latest = -1;
  let earliestMs = Number.POSITIVE_INFINITY;
  let latestMs = Number.NEGATIVE_INFINITY;
  for (let record = from; record < to; record++) {
    if (records.level.get(record) >= Level.error) counts.errors++;
    const ms = records.time.millis(record);
    if (Number.isNaN(ms)) continue;
    counts.timed++;
    if (ms < earliestMs) {
      earliest = record;
      earliestMs = ms;
    }
    if (ms < latestMs) continue;
    latest = record;
    latestMs = ms;
  }
  if (earliest < 0) return undefined;
  return {
    first: records.time.nanosecondsAt(earliest) as UnixNs,
    last: records.time.nanosecondsAt(latest) as UnixNs,
  };
}
