import { colon, dot, space } from './ascii';
import { endsStamp } from './clock';
import type { Instant } from './time-shape';

const secondsOfHalfDay = 43_200;
const noBreakSpace = [0xc2, 0xa0];
const narrowNoBreakSpace = [0xe2, 0x80, 0xaf];

/**
 * Takes `AM`, `pm`, `p.m.` behind the time of day in `out.seconds` (whole days before it don't matter), hours 1 to 12. Answers where it ends, `pos` where
 * there is none, -1 where the hour has no such half.
 */
export function applyDayHalf(bytes: Uint8Array, pos: number, end: number, out: Instant): number {
  const from = afterGap(bytes, pos, end);
  const half = from < end ? bytes[from] | 0x20 : 0;
  if (half !== 0x61 && half !== 0x70) return pos;
  const dotted = bytes[from + 1] === dot ? 1 : 0;
  const after = from + 2 + 2 * dotted;
  if (after > end || (bytes[from + 1 + dotted] | 0x20) !== 0x6d) return pos;
  if (dotted === 1 && bytes[after - 1] !== dot) return pos;
  return toWholeDay(half === 0x70, out) ? after : -1;
}

/**
 * `PM` behind stamps that mostly count to 24: only where it stands behind one blank and alone, before no colon (`PM: suspend
 * entry` names a part of Linux), and where the hour has such a half. Answers where it ends, `pos` where there is none.
 */
export function applyRareDayHalf(bytes: Uint8Array, pos: number, end: number, out: Instant): number {
  if (pos + 3 > end || bytes[pos] !== space || (bytes[pos + 2] | 0x20) !== 0x6d) return pos;
  const after = pos + 3;
  if (!endsStamp(bytes, after, end) || (after < end && bytes[after] === colon)) return pos;
  return Math.max(pos, applyDayHalf(bytes, pos, end, out));
}

/** A blank of any of the kinds that ICU puts there, or none. */
function afterGap(bytes: Uint8Array, pos: number, end: number): number {
  if (pos < end && bytes[pos] === space) return pos + 1;
  for (const gap of [noBreakSpace, narrowNoBreakSpace]) {
    if (pos + gap.length <= end && gap.every((byte, i) => bytes[pos + i] === byte)) return pos + gap.length;
  }
  return pos;
}

function toWholeDay(isAfternoon: boolean, out: Instant): boolean {
  const hour = Math.floor(out.seconds / 3600) % 24;
  if (hour < 1 || hour > 12) return false;
  if (hour === 12) out.seconds -= secondsOfHalfDay;
  if (isAfternoon) out.seconds += secondsOfHalfDay;
  return true;
}
