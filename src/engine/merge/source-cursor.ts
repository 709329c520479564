import type { RecordTable, SourceRow } from '../model/record-table';

/** Milliseconds as whole seconds and 0 to 999,999,999 nanoseconds behind them. */
export interface ClockOffset {
  readonly seconds: number;
  readonly nanos: number;
}

const nanosPerSecond = 1_000_000_000;

export function clockOffset(milliseconds: number): ClockOffset {
  const seconds = Math.floor(milliseconds / 1000);
  return { seconds, nanos: Math.round((milliseconds - seconds * 1000) * 1e6) };
}

/**
 * One source as a merge reads it: group by group, a record that has a time with those without one behind it. A source's own order is
 * kept whatever its times say, so each group has a key that never falls:
 *
 * - usually its time;
 * - the greatest key so far where the clock was set back: what follows the jump stands behind what was written before it, and
 *   beside other sources at the moment of the jump, until the clock has caught up;
 * - the time of the group behind it where that lies between: a single time far ahead (two threads that wrote in the other
 *   order, one mangled stamp) must not hold back all that follows.
 *
 * What stands before the first time goes with it. A source without any time comes last.
 */
export class SourceCursor {
  /** The key of the group; infinite in a source without times. */
  seconds = Number.NEGATIVE_INFINITY;
  nanos = 0;
  /** Of the group, lines through all sources: `[line, endLine)`. */
  line: number;
  endLine: number;
  /** Of the group: `[record, endRecord)`. */
  record: number;
  endRecord: number;
  /** The record the group's time is of; -1 where it has none. */
  timed = -1;
  /** Records passed that have no time. */
  untimed = 0;

  private readonly endOfRecords: number;
  private readonly endOfLines: number;
  private next: number;
  private nextSeconds = Number.NaN;
  private nextNanos = 0;

  constructor(
    private readonly records: RecordTable,
    readonly source: number,
    private readonly offset: ClockOffset,
  ) {
    const { firstLine, lines, firstRecord, records: count } = records.sources[source] as SourceRow;
    this.line = firstLine;
    this.endLine = firstLine;
    this.endOfLines = firstLine + lines;
    this.record = firstRecord;
    this.endRecord = firstRecord;
    this.endOfRecords = firstRecord + count;
    this.next = firstRecord - 1;
    this.findNext();
  }

  /** To the first group, then to the next; false behind the last. */
  advance(): boolean {
    if (this.endLine >= this.endOfLines) return false;
    this.line = this.endLine;
    this.record = this.endRecord;
    const { next, nextSeconds, nextNanos } = this;
    this.timed = next < this.endOfRecords ? next : -1;
    if (this.timed < 0) this.seconds = Number.POSITIVE_INFINITY;
    else {
      this.findNext();
      this.setKey(nextSeconds, nextNanos);
    }
    this.endRecord = this.next;
    const isLast = this.next >= this.endOfRecords;
    this.endLine = isLast ? this.endOfLines : this.records.firstLine.get(this.next);
    return true;
  }

  private setKey(seconds: number, nanos: number): void {
    if (this.isBehind(seconds, nanos)) return;
    const takesBack =
      isBefore(this.nextSeconds, this.nextNanos, seconds, nanos) &&
      !this.isBehind(this.nextSeconds, this.nextNanos);
    this.seconds = takesBack ? this.nextSeconds : seconds;
    this.nanos = takesBack ? this.nextNanos : nanos;
  }

  private isBehind(seconds: number, nanos: number): boolean {
    return isBefore(seconds, nanos, this.seconds, this.nanos);
  }

  private findNext(): void {
    const { time } = this.records;
    const { endOfRecords } = this;
    let next = this.next + 1;
    while (next < endOfRecords && !time.has(next)) next++;
    this.untimed += next - this.next - 1;
    this.next = next;
    if (next >= endOfRecords) {
      this.nextSeconds = Number.NaN;
      return;
    }
    const nanos = time.nanosAt(next) + this.offset.nanos;
    const carries = nanos >= nanosPerSecond ? 1 : 0;
    this.nextSeconds = time.secondsAt(next) + this.offset.seconds + carries;
    this.nextNanos = nanos - carries * nanosPerSecond;
  }
}

/** False of NaN. */
function isBefore(seconds: number, nanos: number, otherSeconds: number, otherNanos: number): boolean {
  return seconds < otherSeconds || (seconds === otherSeconds && nanos < otherNanos);
}

/** Equal keys in order of source. */
export function precedes(one: SourceCursor, other: SourceCursor): boolean {
  if (one.seconds !== other.seconds) return one.seconds < other.seconds;
  if (one.nanos !== other.nanos) return one.nanos < other.nanos;
  return one.source < other.source;
}
