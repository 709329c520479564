import type { UnixNs } from '../engine/model/units';
import { parseTime } from '../engine/time/time-shapes';
import { UsageError } from './usage-error';

const dateAlone = /^\d{4}-\d{2}-\d{2}$/;
/** To the minute, as people type it; the zone behind it. */
const withoutSeconds = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})(Z|[+-]\d{2}:?\d{2})?$/;

/** An instant as logs write it, UTC where it names no zone; a date or a minute alone is its first moment. @throws UsageError */
export function timeOf(option: string, value: string): UnixNs {
  const stamp = dateAlone.test(value) ? `${value}T00:00:00Z` : value.replace(withoutSeconds, '$1:00$2');
  const bytes = new TextEncoder().encode(stamp);
  const instant = { seconds: 0, nanos: 0 };
  const end = parseTime(bytes, 0, bytes.length, instant, { referenceSeconds: Math.floor(Date.now() / 1000) });
  if (end !== bytes.length) {
    throw new UsageError({
      pattern: '{0} takes a time like {1} or a date like {2}, not "{3}".',
      values: [option, '2026-03-14T09:26:53Z', '2026-03-14', value],
    });
  }
  return BigInt(instant.seconds) * 1_000_000_000n + BigInt(instant.nanos);
}
