import type { UnixNs } from '../model/units';
import type { LogClock } from './log-clock';
import type { ToolLog } from './tool';

/** Both bounds belong to it; null is open. */
export interface AskedWindow {
  readonly from: UnixNs | null;
  readonly until: UnixNs | null;
}

/** Of every tool that can be asked about a stretch of time. */
export const windowSchema = {
  from: {
    type: 'string',
    maxLength: 60,
    description:
      'Only what was written at this time or later, as 2026-11-22T09:30:00; in the zone of the log unless Z or an offset follows.',
  },
  until: {
    type: 'string',
    maxLength: 60,
    description: 'Only what was written at this time or earlier; a minute without seconds counts to its end.',
  },
} as const;

/** What a model asked for, or what is wrong with it. */
export function askedWindow(
  { analysis }: Pick<ToolLog, 'analysis'>,
  clock: LogClock,
  { from, until }: { readonly from: string | undefined; readonly until: string | undefined },
): AskedWindow | string {
  const [first, last] = [from, until].map((text) => (text ? clock.read(text) : null));
  const { firstTime, lastTime } = analysis.overview;
  const wrong = first === undefined ? 'from' : last === undefined ? 'until' : undefined;
  if (firstTime === null || lastTime === null) {
    return first === null && last === null
      ? { from: null, until: null }
      : 'No line of this log has a time: leave out "from" and "until".';
  }
  const extent = `the log goes from ${clock.text(firstTime)} to ${clock.text(lastTime)}`;
  if (wrong !== undefined) return `"${wrong}" is no time; write it as 2026-11-22T09:30:00 (${extent}).`;
  const asked = { from: first?.from ?? null, until: last?.until ?? null };
  if (asked.from !== null && asked.until !== null && asked.from > asked.until)
    return `"from" is later than "until" (${extent}).`;
  return asked;
}
