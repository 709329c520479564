import { countedStamps } from '../formats/corrections/stamp-candidates';
import { shapeOfStamp } from '../formats/corrections/stamp-layout';
import type { ReadContext } from '../formats/format';
import { applyZone } from '../time/clock';
import { epoch } from '../time/epoch-shape';
import { Certainty, type TimeShape } from '../time/time-shape';
import { timeShapeAt } from '../time/time-shapes';

/** A zone as it is written takes fewer bytes: ` UTC+08:00`. */
const longestZone = 10;

const counts = new Set([epoch.name, ...countedStamps]);

/**
 * The zone that the stamp `bytes[start, end)` names: `UTC`, `+08:00`, or `local` where it names none (it is read as UTC). A
 * count since 1970 is UTC. `stamp`: the shape a correction gave it.
 */
export function zoneOfStamp(
  bytes: Uint8Array,
  start: number,
  end: number,
  context: ReadContext,
  stamp?: string,
): string {
  const shape = shapeAt(bytes, start, end, context, stamp);
  if (shape === undefined) return 'local';
  if (counts.has(shape.name)) return 'UTC';
  const offset = writtenOffset(bytes, start, end, shape, context);
  return offset === undefined ? 'local' : zoneName(offset);
}

/** Whether the stamp names no year, so that it is the last such day before the file was written. `stamp` as above. */
export function isYearOpen(
  bytes: Uint8Array,
  start: number,
  end: number,
  context: ReadContext,
  stamp?: string,
): boolean {
  return shapeAt(bytes, start, end, context, stamp)?.certainty === Certainty.yearOpen;
}

function shapeAt(
  bytes: Uint8Array,
  start: number,
  end: number,
  context: ReadContext,
  stamp: string | undefined,
): TimeShape | undefined {
  return stamp === undefined ? timeShapeAt(bytes, start, end, context) : shapeOfStamp(stamp);
}

/** Seconds east of UTC: what of the stamp is a zone reads as one, and what stands before it as a stamp. */
function writtenOffset(
  bytes: Uint8Array,
  start: number,
  end: number,
  shape: TimeShape,
  context: ReadContext,
): number | undefined {
  const instant = { seconds: 0, nanos: 0 };
  for (let at = Math.max(start + 1, end - longestZone); at < end; at++) {
    if (shape.parse(bytes, start, at, instant, context) !== at) continue;
    instant.seconds = 0;
    if (applyZone(bytes, at, end, instant) === end) return -instant.seconds;
  }
  return undefined;
}

function zoneName(offset: number): string {
  if (offset === 0) return 'UTC';
  const minutes = Math.abs(offset) / 60;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
