import type { UnixNs } from '../model/units';

/** Equal stretches of time from `from` on, in nanoseconds. */
export interface TimeBins {
  readonly from: UnixNs;
  readonly width: bigint;
  readonly count: number;
}

const second = 1_000_000_000n;
const minute = 60n * second;
const hour = 60n * minute;
const day = 24n * hour;
const week = 7n * day;
const year = 52n * week;
/** The epoch was a Thursday; weeks begin on Mondays. */
const firstMonday = 4n * day;
/** Of a log that is one moment. */
const leastWidth = 1_000_000n;

const parts = [1n, 2n, 5n];
const widths: readonly bigint[] = [
  ...[0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n].flatMap((power) => parts.map((part) => part * 10n ** power)),
  ...[1n, 2n, 5n, 10n, 15n, 30n].map((count) => count * second),
  ...[1n, 2n, 5n, 10n, 15n, 30n].map((count) => count * minute),
  ...[1n, 2n, 3n, 6n, 12n].map((count) => count * hour),
  ...[1n, 2n].map((count) => count * day),
  ...[1n, 2n, 4n, 13n, 26n].map((count) => count * week),
  year,
];

/**
 * At most `most` bins that cover the times from `first` to `last`, both included, as narrow as a width that a clock has
 * allows: 1, 2 or 5 of a power of ten below a second, then seconds, minutes, hours, days, weeks. Bounds are those of a clock in UTC.
 */
export function binsOver(first: UnixNs, last: UnixNs, most: number): TimeBins {
  const end = last < first ? first : last;
  const few = Math.max(1, Math.floor(most) || 1);
  for (const width of widthsFrom(end === first ? leastWidth : 1n)) {
    const from = boundBefore(first, width);
    const count = (end - from) / width + 1n;
    if (count <= BigInt(few)) return { from, width, count: Number(count) };
  }
  throw new RangeError('no width covers the times');
}

export function endOf({ from, width, count }: TimeBins): UnixNs {
  return from + width * BigInt(count);
}

/** Twice as wide each time behind a year of weeks. */
function* widthsFrom(least: bigint): Generator<bigint, void> {
  for (const width of widths) if (width >= least) yield width;
  for (let width = 2n * year; ; width *= 2n) yield width;
}

/** Of more than a year any Monday will do: multiples of such widths have one bound in common that no width removes. */
function boundBefore(time: UnixNs, width: bigint): UnixNs {
  const step = width > year ? week : width;
  const behind = (time - (step % week === 0n ? firstMonday : 0n)) % step;
  return time - (behind < 0n ? behind + step : behind);
}
