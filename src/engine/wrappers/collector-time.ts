import type { ReadContext } from '../formats/format';
import { parseTime } from '../time/time-shapes';
import type { WrappedText } from './wrapper';

const dot = 0x2e;
const zulu = 0x5a;
const blank = 0x20;
/** `2026-06-12T09:41:07.` */
const beforeFraction = 20;

const instant = { seconds: 0, nanos: 0 };

/**
 * Passes over the UTC time with `digits` digits of fraction and one blank that a collector put before the text, and keeps it.
 * Answers where the text begins, or `at` where no such time stands there: a program's own times seldom have so many digits.
 */
export function afterCollectorTime(
  bytes: Uint8Array,
  at: number,
  end: number,
  digits: number,
  text: WrappedText,
  context: ReadContext,
): number {
  const after = at + beforeFraction + digits + 1;
  if (after > end || bytes[at + beforeFraction - 1] !== dot || bytes[after - 1] !== zulu) return at;
  if (after < end && bytes[after] !== blank) return at;
  if (parseTime(bytes, at, after, instant, context) !== after) return at;
  text.seconds = instant.seconds;
  text.nanos = instant.nanos;
  return Math.min(end, after + 1);
}
