import { onOneLine } from '../shared/markdown';

/** More than people look at before they agree. */
export const mostShown = 500;

/**
 * A web address as somebody is asked about it. The host stands apart where it could be missed: behind a long name before an `@`, or
 * written in letters that look like others.
 */
export function shownAddress(url: string): string {
  const shown = onOneLine(url).slice(0, mostShown);
  if (!URL.canParse(url)) return shown;
  const { host, username } = new URL(url);
  return username === '' && shown.toLowerCase().includes(host) ? shown : `${host}\n\n${shown}`;
}
