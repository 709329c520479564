/**
 * Times as people read them, the same in every view. Zones are `written`, `UTC` or an IANA name; as a log without an offset is read as
 * UTC, `written` is UTC here.
 */

const nanosPerMilli = 1_000_000n;
const nanosPerSecond = 1_000_000_000n;
/** Offsets of zones change at quarters of an hour. */
const quarterMs = 900_000;
const mostKept = 4096;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Milliseconds east of UTC, by the quarter of an hour. */
  readonly offsets: Map<number, number>;
}

const zones = new Map<string, Zone | undefined>();

export interface ZonedTime {
  /** `2026-03-14` */
  readonly date: string;
  /** `10:26:53` */
  readonly clock: string;
  /** Nine digits. */
  readonly fraction: string;
  /** `+01:00` */
  readonly offset: string;
}

/** Undefined for a time no calendar holds, which a number in a JSON line can claim. `time`: nanoseconds since the epoch in decimal. */
export function zonedTime(time: string, zone: string): ZonedTime | undefined {
  const nanoseconds = BigInt(time);
  const fraction = ((nanoseconds % nanosPerSecond) + nanosPerSecond) % nanosPerSecond;
  const milliseconds = Number((nanoseconds - fraction) / nanosPerMilli);
  if (!Number.isFinite(new Date(milliseconds).getTime())) return undefined;
  const offset = offsetAt(milliseconds, zone);
  const shifted = new Date(milliseconds + offset);
  if (Number.isNaN(shifted.getTime())) return undefined;
  const [date, clock] = shifted.toISOString().split(/[T.]/);
  return { date, clock, fraction: String(fraction).padStart(9, '0'), offset: offsetText(offset) };
}

/** `2026-03-14 10:26:53`; '' for a time no calendar holds. */
export function dateAndTimeIn(time: string, zone: string): string {
  const zoned = zonedTime(time, zone);
  return zoned ? `${zoned.date} ${zoned.clock}` : '';
}

/** `10:26:53.589`, with as many digits as say something: three, six or nine. */
export function clockIn(time: string, zone: string): string {
  const zoned = zonedTime(time, zone);
  if (!zoned) return '';
  const digits = zoned.fraction.replace(/(?:000){1,2}$/, '');
  return `${zoned.clock}.${digits}`;
}

/**
 * The moment a clock in the zone shows so much, which is given as if it were UTC, in milliseconds. Where a clock set forward leaves it
 * out, as if it had not been; where one set back shows it twice, the first.
 */
export function momentIn(clockMs: number, zone: string): number {
  const dayMs = 86_400_000;
  const before = offsetAt(clockMs - dayMs, zone);
  const after = offsetAt(clockMs + dayMs, zone);
  const first = clockMs - before;
  return offsetAt(first, zone) === before || offsetAt(clockMs - after, zone) !== after
    ? first
    : clockMs - after;
}

/** Whether `Intl` knows it, or it is one of ours. */
export function isZone(zone: string): boolean {
  return zone === 'written' || zone === 'local' || zoneOf(zone) !== undefined;
}

/** The machine's own for `local`; others stay. Views on other machines must be told the name. */
export function namedZone(zone: string): string {
  return zone === 'local' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
}

function offsetAt(milliseconds: number, zone: string): number {
  const known = zone === 'written' || zone === 'UTC' ? undefined : zoneOf(zone);
  if (!known || Number.isNaN(new Date(milliseconds).getTime())) return 0;
  const quarter = Math.floor(milliseconds / quarterMs);
  const kept = known.offsets.get(quarter);
  if (kept !== undefined) return kept;
  if (known.offsets.size >= mostKept) known.offsets.clear();
  const offset = formattedOffset(known.format, milliseconds);
  known.offsets.set(quarter, offset);
  return offset;
}

function zoneOf(zone: string): Zone | undefined {
  if (!zones.has(zone)) zones.set(zone, createdZone(zone));
  return zones.get(zone);
}

/** A setting may hold anything. */
function createdZone(zone: string): Zone | undefined {
  try {
    const timeZone = namedZone(zone);
    return {
      format: new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
      offsets: new Map(),
    };
  } catch {
    return undefined;
  }
}

function formattedOffset(format: Intl.DateTimeFormat, milliseconds: number): number {
  const name = format.formatToParts(milliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
  if (sign === undefined) return 0;
  const offset = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -offset : offset;
}

function offsetText(offset: number): string {
  const minutes = Math.trunc(Math.abs(offset) / 60_000);
  const pair = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pair(Math.trunc(minutes / 60))}:${pair(minutes % 60)}`;
}
