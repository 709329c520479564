import { timeSpan } from '../features/time-span';
import type { RecordTable } from '../model/record-table';

/** A silence shorter than this share of the log ends no episode, in time and in records both. */
const shortestShare = { time: 1 / 100, records: 1 / 100 };
const fewestRecords = 20;
/** So many usual gaps long a silence is none of a going trouble. */
const usualGaps = 10;

/** What came of one episode so far. */
export interface SoFar {
  readonly first: number;
  readonly last: number;
  /** Records, one or more. */
  readonly count: number;
}

/**
 * Tells when a trouble that comes again is another one: after a silence many times its usual gap, and long for the log,
 * while the log itself went on.
 *
 * The usual gap of an episode of k records over a time L is taken as (q + L) / k, with q a hundredth of the log's span:
 * the mean of an exponential distribution whose rate was seen once in q beforehand (a Gamma prior), since one record
 * alone has no gap. It is judged by what came before only, so that a log that grows keeps its episodes.
 */
export class Quiet {
  private readonly ms: number;
  private readonly recordsApart: number;

  constructor(private readonly records: RecordTable) {
    const span = timeSpan(records);
    this.ms = span === undefined ? 0 : (span.untilMs - span.fromMs) * shortestShare.time;
    const inLog = records.sources.reduce(
      (sum, source) => sum + (source.role === 'log' ? source.records : 0),
      0,
    );
    this.recordsApart = Math.max(fewestRecords, inLog * shortestShare.records);
  }

  /** Whether `record` begins a new episode. */
  separates(episode: SoFar, record: number): boolean {
    if (record - episode.last <= this.recordsApart) return false;
    const { time } = this.records;
    const gap = Math.abs(time.millis(record) - time.millis(episode.last));
    if (Number.isNaN(gap))
      return this.isLong(
        record - episode.last,
        episode.last - episode.first,
        episode.count,
        this.recordsApart,
      );
    const lasted = Math.abs(time.millis(episode.last) - time.millis(episode.first)) || 0;
    return this.isLong(gap, lasted, episode.count, this.ms);
  }

  private isLong(gap: number, lasted: number, count: number, least: number): boolean {
    return gap > Math.max(least, (usualGaps * (least + lasted)) / count);
  }
}
