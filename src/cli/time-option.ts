import type { TimeBound } from '../engine/model/time-bound';
import type { UnixNs } from '../engine/model/units';
import { parseTime } from '../engine/time/time-shapes';
import { UsageError } from './usage-error';

const dateAlone = /^\d{4}-\d{2}-\d{2}$/;
/** To the minute, as people type it; the zone behind it. */
const withoutSeconds = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})(Z|[+-]\d{2}:?\d{2})?$/;
/** Days, hours, minutes and seconds in this order, as one says them: `2h30m`. */
const duration = /^(?=\d)(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9})s)?$/;
const unitSeconds = [86_400, 3600, 60, 1];

/**
 * An instant as logs write it, UTC where it names no zone, a date or a minute alone its first moment; or a duration before the
 * log's end. A time of day alone is neither: which day is meant nobody said. Null where the option was not given. @throws UsageError
 */
export function timeBoundOf(option: string, value: string | undefined): TimeBound {
  if (value === undefined) return null;
  const seconds = durationOf(value);
  const bound = seconds === undefined ? instantOf(value) : { beforeEnd: nanosecondsOf(seconds, 0) };
  if (bound !== undefined) return bound;
  throw new UsageError({
    pattern:
      '{0} takes a time like {1}, a date like {2} or a duration before the end of the log like {3}, not "{4}".',
    values: [option, '2026-03-14T09:26:53Z', '2026-03-14', '2h30m', value],
  });
}

function durationOf(value: string): number | undefined {
  const parts = duration.exec(value)?.slice(1);
  return parts?.reduce((sum, part, i) => sum + Number(part ?? 0) * unitSeconds[i], 0);
}

function instantOf(value: string): UnixNs | undefined {
  const stamp = dateAlone.test(value) ? `${value}T00:00:00Z` : value.replace(withoutSeconds, '$1:00$2');
  const bytes = new TextEncoder().encode(stamp);
  const instant = { seconds: 0, nanos: 0 };
  const end = parseTime(bytes, 0, bytes.length, instant, { referenceSeconds: Math.floor(Date.now() / 1000) });
  return end === bytes.length ? nanosecondsOf(instant.seconds, instant.nanos) : undefined;
}

function nanosecondsOf(seconds: number, nanos: number): bigint {
  return BigInt(seconds) * 1_000_000_000n + BigInt(nanos);
}
