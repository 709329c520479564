import type { RecordIndex } from '../../model/units';

/** A rhythm takes some beats to be told. */
const leastGaps = 8;
/** Gaps after which it is decided whether to go on listening: busy templates are dropped there. */
const decidingGaps = 64;
/** A day of one beat a second; no more are kept. */
const mostBeats = 100_000;
const leastPeriodSeconds = 1;
/** So many of the gaps lie so near their median. */
const leastRegular = 0.8;
const tolerance = 0.2;
/** What began later than so many periods into the log must have gone on as long as it then pauses: retries end, a habit does not. */
const earlyPeriods = 3;
/** A beat is missing where the gap is this many periods long. */
const missedPeriods = 1.5;

export interface Gap {
  /** The beat before it. */
  readonly last: RecordIndex;
  readonly seconds: number;
  /** False where none came until the end. */
  readonly cameAgain: boolean;
}

/** Seconds since the epoch. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

export interface Pace {
  readonly periodSeconds: number;
  /** How many of the gaps are about as long, of how many. */
  readonly regular: number;
  readonly gaps: number;
}

/** Times at which one kind of line was written. */
export class Rhythm {
  private records: RecordIndex[] = [];
  private seconds: number[] = [];
  private known: { readonly pace: Pace | undefined } | undefined;
  private dropped = false;

  /** Too busy or without a pace: nothing more is kept. */
  get isDropped(): boolean {
    return this.dropped;
  }

  /** In the order of the records; `seconds` since the epoch. */
  add(record: RecordIndex, seconds: number): void {
    if (this.dropped) return;
    this.records.push(record);
    this.seconds.push(seconds);
    const isDecided = this.seconds.length === decidingGaps + 1 && this.paceOf() === undefined;
    if (isDecided || this.seconds.length > mostBeats) this.drop();
  }

  /** To be asked when all were added; undefined where there is no rhythm. */
  get pace(): Pace | undefined {
    this.known ??= { pace: this.paceOf() };
    return this.known.pace;
  }

  /** The gap around the record, where beats are missing; the source lasts from `begin` to `end`, in seconds. */
  gapAround(record: RecordIndex, { begin, end }: Span): Gap | undefined {
    const { pace } = this;
    const next = firstAfter(this.records, record);
    if (pace === undefined || next === 0) return undefined;
    const cameAgain = next < this.records.length;
    const seconds = (cameAgain ? this.seconds[next] : end) - this.seconds[next - 1];
    if (seconds < pace.periodSeconds * missedPeriods) return undefined;
    const [first] = this.seconds;
    const isHabit =
      first - begin <= earlyPeriods * pace.periodSeconds || this.seconds[next - 1] - first >= seconds;
    return isHabit ? { last: this.records[next - 1], seconds, cameAgain } : undefined;
  }

  private drop(): void {
    this.dropped = true;
    this.records = [];
    this.seconds = [];
  }

  private paceOf(): Pace | undefined {
    const gaps = this.seconds.slice(1).map((at, i) => at - this.seconds[i]);
    if (gaps.length < leastGaps) return undefined;
    const periodSeconds = [...gaps].sort((a, b) => a - b)[gaps.length >>> 1];
    if (periodSeconds < leastPeriodSeconds) return undefined;
    const regular = gaps.filter((gap) => Math.abs(gap - periodSeconds) <= periodSeconds * tolerance).length;
    return regular < gaps.length * leastRegular ? undefined : { periodSeconds, regular, gaps: gaps.length };
  }
}

/** Index of the first element above `record`. */
function firstAfter(records: readonly RecordIndex[], record: RecordIndex): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (records[middle] <= record) low = middle + 1;
    else high = middle;
  }
  return low;
}
