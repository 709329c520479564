import { dateSeconds, dateSecondsWithoutYear } from '../../time/calendar';
import type { Instant, TimeContext } from '../../time/time-shape';

/** The parts of a stamp while it is read; -1 for those it does not have. */
export interface Moment {
  year: number;
  month: number;
  day: number;
  dayOfYear: number;
  hour: number;
  minute: number;
  second: number;
  nanos: number;
  half: 'am' | 'pm' | undefined;
  /** Whole seconds since 1970 where the stamp counts them, else NaN. */
  epoch: number;
}

export function clearMoment(moment: Moment): void {
  moment.year = moment.month = moment.day = moment.dayOfYear = -1;
  moment.hour = moment.minute = moment.second = -1;
  moment.nanos = 0;
  moment.half = undefined;
  moment.epoch = Number.NaN;
}

export function newMoment(): Moment {
  const moment = {} as Moment;
  clearMoment(moment);
  return moment;
}

/** 2001-09-09 to 2100-01-01, as for other epochs: a count outside is no time. */
const earliest = 1_000_000_000;
const latest = 4_102_444_800;

/** Puts the parts together into `out` (UTC); false where there is no such moment. */
export function instantOf(moment: Moment, out: Instant, context: TimeContext): boolean {
  out.nanos = moment.nanos;
  out.seconds = moment.epoch;
  if (!Number.isNaN(moment.epoch)) return moment.epoch >= earliest && moment.epoch < latest;
  const clock = clockSeconds(moment);
  if (clock < 0) return false;
  out.seconds = midnightOf(moment, clock, context) + clock;
  return !Number.isNaN(out.seconds);
}

function clockSeconds({ hour, minute, second, half }: Moment): number {
  const hour24 = half === undefined ? hour : wholeDayHour(hour, half);
  if (hour24 < 0 || hour24 > 23 || minute < 0 || minute > 59 || second > 60) return -1;
  return hour24 * 3600 + minute * 60 + Math.max(second, 0);
}

/** 12 am is midnight. Chinese writes `下午13:05` too. */
function wholeDayHour(hour: number, half: 'am' | 'pm'): number {
  if (hour > 12) return half === 'pm' ? hour : -1;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function midnightOf({ year, month, day, dayOfYear }: Moment, clock: number, context: TimeContext): number {
  if (dayOfYear >= 0) {
    const midnight = dateSeconds(year, 1, 1) + (dayOfYear - 1) * 86_400;
    return dayOfYear >= 1 && midnight < dateSeconds(year + 1, 1, 1) ? midnight : Number.NaN;
  }
  if (year < 0) return dateSecondsWithoutYear(month, day, clock, context.referenceSeconds);
  return dateSeconds(year, month, day);
}
