import type { NsText } from '../../../protocol/log-source';

const nsPerMs = 1_000_000n;
/** As `strict_date_optional_time_nanos` writes it: milliseconds of a `date`, up to nine digits of a `date_nanos`. */
const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/;

let lastSecond = '';
let lastSecondNs = 0n;

/** Nanoseconds of a time as the servers write it; null where it is none, or before 1970. */
export function nsOfText(text: string): NsText | null {
  const found = shape.exec(text);
  if (!found) return null;
  const [, second, fraction = ''] = found;
  if (second !== lastSecond) {
    const milliseconds = Date.parse(`${second}Z`);
    if (!(milliseconds >= 0)) return null;
    lastSecond = second;
    lastSecondNs = BigInt(milliseconds) / 1000n;
  }
  const digits = fraction.padEnd(9, '0');
  return lastSecondNs === 0n ? String(Number(digits)) : `${lastSecondNs}${digits}`;
}

/** Whole milliseconds at or before. */
export function msBefore(ns: NsText): number {
  return Number(BigInt(ns) / nsPerMs);
}

/** Whole milliseconds at or after. */
export function msAfter(ns: NsText): number {
  return Number((BigInt(ns) + nsPerMs - 1n) / nsPerMs);
}

export function nsOfMs(milliseconds: number): NsText {
  return String(BigInt(Math.trunc(milliseconds)) * nsPerMs);
}

/** Less than 0 where `one` is earlier. Decimal texts without leading zeros: the longer one is later. */
export function compareNs(one: NsText, other: NsText): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : one > other ? 1 : 0;
}
