import type { Event } from './events';

/** How formats write the moment of an event. */

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const two = (value: number): string => String(value).padStart(2, '0');
const dateOf = ({ seconds }: Event): Date => new Date(seconds * 1000);
const micros = ({ micros }: Event): string => String(micros).padStart(6, '0');
const millis = (event: Event): string => micros(event).slice(0, 3);

export const clock = (event: Event): string => dateOf(event).toISOString().slice(11, 19);
export const day = (event: Event): string => dateOf(event).toISOString().slice(0, 10);
export const isoSeconds = (event: Event): string => `${day(event)}T${clock(event)}`;
export const isoMillis = (event: Event): string => `${isoSeconds(event)}.${millis(event)}`;
export const isoMicros = (event: Event): string => `${isoSeconds(event)}.${micros(event)}`;
export const spaced = (event: Event): string => `${day(event)} ${clock(event)}`;
export const commaMillis = (event: Event): string => `${spaced(event)},${millis(event)}`;
export const uptime = (event: Event): string => `${event.index * 2}.${micros(event)}`;
export const monthDay = (event: Event): string => `${day(event).slice(5)} ${clock(event)}.${millis(event)}`;
export const klog = (event: Event): string =>
  `${day(event).slice(5).replace('-', '')} ${clock(event)}.${micros(event)}`;
export const packed = (event: Event): string =>
  `${day(event).slice(2).replaceAll('-', '')} ${clock(event).replace(/^0/, ' ')}`;

export function syslog(event: Event): string {
  const date = dateOf(event);
  return `${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${clock(event)}`;
}

/** `12-Jun-2026` with the separator asked for. */
function namedDay(event: Event, separator: string): string {
  const date = dateOf(event);
  return [two(date.getUTCDate()), months[date.getUTCMonth()], date.getUTCFullYear()].join(separator);
}

export const apache = (event: Event): string => `${namedDay(event, '/')}:${clock(event)} +0000`;
export const apacheMillis = (event: Event): string =>
  `${namedDay(event, '/')}:${clock(event)}.${millis(event)}`;
export const redis = (event: Event): string => `${namedDay(event, ' ')} ${clock(event)}.${millis(event)}`;
