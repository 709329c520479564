import type { RecordTable } from '../model/record-table';

/** What corrects the times of a log, and what guesses their zone, date or year, moves them by whole quarters of an hour. */
const quarterSeconds = 900;
const nanosPerSecond = 1_000_000_000;

/** A time in two numbers, as `TimeColumn` has it. */
export interface Written {
  /** Whole seconds since the epoch. */
  readonly seconds: number;
  /** 0 to 999,999,999. */
  readonly nanos: number;
}

/** Of nanoseconds since the epoch in decimal. */
export function writtenOf(time: string): Written {
  const all = BigInt(time);
  const nanos = Number(((all % wide) + wide) % wide);
  return { seconds: Number((all - BigInt(nanos)) / wide), nanos };
}

const wide = BigInt(nanosPerSecond);

/** Nanoseconds into a quarter of an hour: what no correction of a log's times changes. NaN without a time. */
export function momentOf({ seconds, nanos }: Written): number {
  const within = ((seconds % quarterSeconds) + quarterSeconds) % quarterSeconds;
  return within * nanosPerSecond + nanos;
}

/** Seconds are NaN without a time. */
export function writtenAt({ time }: Pick<RecordTable, 'time'>, record: number): Written {
  return { seconds: time.secondsAt(record), nanos: time.nanosAt(record) };
}

/** Tells records of one masked text and time apart, by how many of them stand before one in its source. */
export class Twins {
  private readonly counts = new Map<string, number>();

  /** `moments` (`momentOf`): of the records that are asked about; of all others nothing is counted. */
  constructor(
    private readonly records: Pick<RecordTable, 'signature'>,
    private readonly moments: ReadonlySet<number>,
  ) {}

  /** How many stand before it; counts it, so that all are to be told in their order. 0 without a time. */
  before(record: number, written: Written): number {
    if (!this.moments.has(momentOf(written))) return 0;
    const key = `${this.records.signature.get(record)} ${written.seconds} ${written.nanos}`;
    const before = this.counts.get(key) ?? 0;
    this.counts.set(key, before + 1);
    return before;
  }
}
