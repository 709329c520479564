import type { UnixNs } from '../engine/model/units';
import { parseTime } from '../engine/time/time-shapes';
import { UsageError } from './usage-error';

/** An instant as logs write it; UTC where it names no zone. @throws UsageError */
export function timeOf(option: string, value: string): UnixNs {
  const bytes = new TextEncoder().encode(value);
  const instant = { seconds: 0, nanos: 0 };
  const end = parseTime(bytes, 0, bytes.length, instant, { referenceSeconds: Math.floor(Date.now() / 1000) });
  if (end !== bytes.length) {
    throw new UsageError(`${option} takes a time like 2026-03-14T09:26:53Z, not "${value}".`);
  }
  return BigInt(instant.seconds) * 1_000_000_000n + BigInt(instant.nanos);
}
