import type { Overview } from '../../engine/model/analysis';

/**
 * 2026-03-14 09:26:53 in UTC: log times without a zone are read as UTC, so it is what the log says. Empty
 * for a time no calendar holds, which a number in a JSON line can claim. `time` is nanoseconds since the epoch.
 */
export function dateAndTime(time: string): string {
  const date = new Date(Number(BigInt(time) / 1_000_000n));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ');
}

export function clockTime(time: string): string {
  return dateAndTime(time).slice(-8);
}

/** With its day only where the day is not the whole log's. */
export function timeWithin(
  { firstTime, lastTime }: Pick<Overview, 'firstTime' | 'lastTime'>,
  time: string,
): string {
  const ends = [firstTime, lastTime].map((end) => end && dayOf(end));
  return ends.every((day) => day === dayOf(time)) ? clockTime(time) : dateAndTime(time);
}

function dayOf(time: string): string {
  return dateAndTime(time).slice(0, -9);
}
