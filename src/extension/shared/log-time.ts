import { dateAndTimeIn, zonedTime } from '../../protocol/time-text';

/** What a log's times are shown by: from when to when it goes, and the zone of `Reading`. */
export interface LogExtent {
  readonly firstTime: string | null;
  readonly lastTime: string | null;
  readonly zone: string;
}

/** `2026-03-14 09:26:53`; empty for a time no calendar holds. `time` is nanoseconds since the epoch. */
export function dateAndTime(time: string, zone: string): string {
  return dateAndTimeIn(time, zone);
}

export function clockTime(time: string, zone: string): string {
  return zonedTime(time, zone)?.clock ?? '';
}

/** With its day only where the day is not the whole log's. */
export function timeWithin({ firstTime, lastTime, zone }: LogExtent, time: string): string {
  const dayOf = (one: string) => zonedTime(one, zone)?.date ?? '';
  const ends = [firstTime, lastTime].map((end) => end && dayOf(end));
  return ends.every((day) => day === dayOf(time)) ? clockTime(time, zone) : dateAndTime(time, zone);
}

/** What a log is told to be shown in beside its times: `UTC` where the log's own are read so. */
export function zoneLabel(zone: string): string {
  return zone === 'written' ? 'UTC' : zone;
}
