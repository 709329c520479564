import type { SourceSummary } from '../model/analysis';
import type { UnixNs } from '../model/units';

const offsetForm = /^([+-])(\d\d):?(\d\d)$/;
const timeForm =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s?(Z|UTC|[+-]\d\d:?\d\d)?$/i;
const msNs = 1_000_000n;
const secondNs = 1_000_000_000n;

/** Times as the log's own lines show them: in its zone where its files agree on one, else in UTC. */
export class LogClock {
  /** Milliseconds the log's clock is before UTC. */
  private readonly offset: number;
  private readonly suffix: string;

  constructor(sources: readonly SourceSummary[]) {
    const zones = new Set(
      sources.flatMap(({ role, zone }) => (role === 'log' && zone !== null ? [zone] : [])),
    );
    const zone = zones.size === 1 ? [...zones][0] : 'UTC';
    this.offset = offsetOf(zone) ?? 0;
    this.suffix = zone === 'local' ? '' : offsetOf(zone) === undefined ? 'Z' : zone;
  }

  /** `2026-11-22T09:00:00.250Z`; without a zone where the log names none. `time`: nanoseconds since the epoch. */
  text(time: UnixNs | string): string {
    const nanoseconds = BigInt(time);
    const ms = nanoseconds / msNs - (nanoseconds % msNs < 0n ? 1n : 0n);
    const date = new Date(Number(ms) + this.offset);
    if (Number.isNaN(date.getTime())) return `${nanoseconds} ns`;
    return `${date.toISOString().replace(/(?:\.000)?Z$/, '')}${this.suffix}`;
  }

  /** From the first to the last of it: a minute where only a minute is given. Undefined of what is no time. */
  read(text: string): { readonly from: UnixNs; readonly until: UnixNs } | undefined {
    const match = timeForm.exec(text.trim());
    if (match === null) return undefined;
    const [, year, month, day, hour, minute, second, fraction = '', zone] = match;
    const ms = Date.UTC(+year, +month - 1, +day, +(hour ?? 0), +(minute ?? 0), +(second ?? 0));
    if (!isDay(ms, `${year}-${month}-${day}`)) return undefined;
    const offset = zone === undefined ? this.offset : (offsetOf(zone) ?? 0);
    const from = BigInt(ms - offset) * msNs + BigInt(fraction.padEnd(9, '0'));
    return { from, until: from + lengthOf(hour, second, fraction) - 1n };
  }
}

/** Not the 30th of February, nor 25 o'clock. */
function isDay(ms: number, day: string): boolean {
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

function lengthOf(hour: string | undefined, second: string | undefined, fraction: string): bigint {
  if (hour === undefined) return 86_400n * secondNs;
  if (second === undefined) return 60n * secondNs;
  return 10n ** BigInt(9 - fraction.length);
}

function offsetOf(zone: string): number | undefined {
  const match = offsetForm.exec(zone);
  if (match === null) return undefined;
  const [, sign, hours, minutes] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
