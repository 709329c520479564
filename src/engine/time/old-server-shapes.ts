import { colon, dash, fourDigits, isDigit, space, twoDigits } from './ascii';
import { dateSeconds, dateSecondsWithoutYear } from './calendar';
import { applyZone, endsStamp, parseClock } from './clock';
import { parseLooseClock } from './loose-clock';
import { monthAt } from './month-name';
import { Certainty, type TimeShape } from './time-shape';

/** `2024-01-02  3:04:05`, `240102  3:04:05`: the hour padded with a blank, as MySQL's kin write it. */
export const blankHour: TimeShape = {
  name: 'blank-hour',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: '2024-01-02  3:04:05', time: '1704164645000000000' },
    { text: '2024-01-02  3:04:05.678', time: '1704164645678000000' },
    { text: '240102  3:04:05', time: '1704164645000000000' },
  ],
  parse(bytes, pos, end, out) {
    const isLong = pos + 10 <= end && bytes[pos + 4] === dash && bytes[pos + 7] === dash;
    const gap = isLong ? pos + 10 : pos + 6;
    if (gap + 9 > end || bytes[gap] !== space || bytes[gap + 1] !== space || !isDigit(bytes[gap + 2]))
      return -1;
    const midnight = isLong
      ? dateSeconds(
          fourDigits(bytes, pos, end),
          twoDigits(bytes, pos + 5, end),
          twoDigits(bytes, pos + 8, end),
        )
      : dateSeconds(
          2000 + twoDigits(bytes, pos, end),
          twoDigits(bytes, pos + 2, end),
          twoDigits(bytes, pos + 4, end),
        );
    const clockEnd = bytes[gap + 3] === colon ? parseLooseClock(bytes, gap + 2, end, out) : -1;
    if (clockEnd < 0 || Number.isNaN(midnight)) return -1;
    out.seconds += midnight;
    const after = applyZone(bytes, clockEnd, end, out);
    return endsStamp(bytes, after, end) ? after : -1;
  },
};

/** `02 Jan 03:04:05.678`: Redis before version 4. */
export const dayMonth: TimeShape = {
  name: 'day-month',
  certainty: Certainty.yearOpen,
  samples: [
    { text: '02 Jan 03:04:05.678', time: '1767323045678000000' },
    { text: '31 Dec 23:59:59', time: '1767225599000000000' },
    { text: '29 Feb 00:00:00', time: '1709164800000000000' },
  ],
  parse(bytes, pos, end, out, context) {
    const day = twoDigits(bytes, pos, end);
    if (day < 1 || pos + 15 > end || bytes[pos + 2] !== space || bytes[pos + 6] !== space) return -1;
    const month = monthAt(bytes, pos + 3, end);
    const after = month === 0 ? -1 : parseClock(bytes, pos + 7, end, colon, out);
    if (after < 0 || !endsStamp(bytes, after, end)) return -1;
    const midnight = dateSecondsWithoutYear(month, day, out.seconds, context.referenceSeconds);
    if (Number.isNaN(midnight)) return -1;
    out.seconds += midnight;
    return after;
  },
};
