import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import type { Burst, Rule } from './rule';
import type { RuleMatch } from './rule-book';

/** So many records in so short a time, told at their first. */
export interface BurstHit {
  readonly match: RuleMatch;
  readonly count: number;
  readonly seconds: number;
}

interface Occurrence {
  readonly record: RecordIndex;
  readonly millis: number;
  readonly match: RuleMatch;
}

const stepRecords = 1 << 16;

/** Rules that say something only when their messages come in numbers. Records without a time do not count. */
export class BurstRules {
  readonly hits = new Map<RecordIndex, BurstHit>();
  private readonly matchesOf = new Map<number, RuleMatch[]>();

  add(signature: number, match: RuleMatch): void {
    this.matchesOf.set(signature, [...(this.matchesOf.get(signature) ?? []), match]);
  }

  /** One pass over the log's records, none where no message fits; yields now and then. */
  *look(records: RecordTable): Generator<void, void> {
    if (this.matchesOf.size === 0) return;
    const watches = new Map<Rule, BurstWatch>();
    for (const source of records.sources) {
      if (source.role === 'baseline') continue;
      const end = source.firstRecord + source.records;
      for (let record = source.firstRecord as number; record < end; record++) {
        if (record % stepRecords === 0) yield;
        this.note(record as RecordIndex, records, watches);
      }
    }
    for (const watch of watches.values()) watch.end();
  }

  private note(record: RecordIndex, { signature, time }: RecordTable, watches: Map<Rule, BurstWatch>): void {
    const matches = this.matchesOf.get(signature.get(record));
    const millis = matches === undefined ? Number.NaN : time.millis(record);
    if (matches === undefined || Number.isNaN(millis)) return;
    for (const match of matches) {
      const { burst } = match.rule;
      if (burst === null) continue;
      const watch = watches.get(match.rule) ?? new BurstWatch(burst, this.hits);
      watches.set(match.rule, watch);
      watch.push({ record, millis, match });
    }
  }
}

/** Looks at the occurrences of one rule as they come; keeps as many as make a burst. */
class BurstWatch {
  /** The last ones, oldest first; in a burst its first and its last. */
  private recent: Occurrence[] = [];
  /** Records of the burst that goes on; 0 where none does. */
  private count = 0;

  constructor(
    private readonly burst: Burst,
    private readonly hits: Map<RecordIndex, BurstHit>,
  ) {}

  push(occurrence: Occurrence): void {
    if (this.count > 0) this.goOn(occurrence);
    else this.wait(occurrence);
  }

  end(): void {
    if (this.count === 0) return;
    const [first, last] = this.recent;
    this.hits.set(first.record, {
      match: first.match,
      count: this.count,
      seconds: millisBetween(first, last) / 1000,
    });
    this.count = 0;
    this.recent = [];
  }

  /** It goes on as long as the next is as near as all of its first ones were. */
  private goOn(occurrence: Occurrence): void {
    const [first, last] = this.recent;
    if (millisBetween(last, occurrence) <= this.burst.seconds * 1000) {
      this.count++;
      this.recent = [first, occurrence];
      return;
    }
    this.end();
    this.wait(occurrence);
  }

  private wait(occurrence: Occurrence): void {
    this.recent.push(occurrence);
    if (this.recent.length < this.burst.count) return;
    const [oldest] = this.recent;
    if (millisBetween(oldest, occurrence) <= this.burst.seconds * 1000) {
      this.count = this.recent.length;
      this.recent = [oldest, occurrence];
    } else this.recent.shift();
  }
}

/** Clocks may jump back. */
function millisBetween(one: Occurrence, other: Occurrence): number {
  return Math.abs(other.millis - one.millis);
}
