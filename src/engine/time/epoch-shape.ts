import { afterDigits, isDigit, zero } from './ascii';
import { endsStamp, parseFraction } from './clock';
import { Certainty, type TimeShape } from './time-shape';

/** 2001-09-09, where ten digits begin, to 2100-01-01: other numbers of these lengths are hardly times. */
const earliest = 1_000_000_000;
const latest = 4_102_444_800;

/** Seconds (10 digits, optional fraction), milliseconds (13), microseconds (16) or nanoseconds (19) since 1970. */
export const epoch: TimeShape = {
  name: 'epoch',
  certainty: Certainty.instant,
  samples: [
    { text: '1704164645', time: '1704164645000000000' },
    { text: '1704164645.678901', time: '1704164645678901000' },
    { text: '1704164645678', time: '1704164645678000000' },
    { text: '1704164645678901', time: '1704164645678901000' },
    { text: '1704164645678901234', time: '1704164645678901234' },
  ],
  parse(bytes, pos, end, out) {
    if (pos >= end || !isDigit(bytes[pos])) return -1;
    const after = afterDigits(bytes, pos, Math.min(end, pos + 20));
    const digits = after - pos;
    if (digits !== 10 && digits !== 13 && digits !== 16 && digits !== 19) return -1;
    const seconds = numberAt(bytes, pos, pos + 10);
    if (seconds < earliest || seconds >= latest) return -1;
    out.seconds = seconds;
    out.nanos = numberAt(bytes, pos + 10, after) * 10 ** (19 - digits);
    const stampEnd = digits === 10 ? parseFraction(bytes, after, end, out) : after;
    return endsStamp(bytes, stampEnd, end) ? stampEnd : -1;
  },
};

function numberAt(bytes: Uint8Array, pos: number, end: number): number {
  let value = 0;
  for (let i = pos; i < end; i++) value = value * 10 + bytes[i] - zero;
  return value;
}
