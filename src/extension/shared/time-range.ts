/**
 * Time ranges as people write them: `2026-01-31 10:00 to 2026-01-31 10:30`, `10:00 - 10:30`, `from 10:00`,
 * `to 10:30:15.250`, or one day. A day is needed once where the log spans several; without one it is the log's last day.
 * Times are in the zone they are shown in; UTC where they are shown as written, as the log's own without an offset are taken.
 */

import { momentIn } from '../../protocol/time-text';
import { dateAndTime } from './log-time';

/** Nanoseconds since the epoch in decimal, as reports have them; null is open. */
export interface TimeRange {
  readonly from: string | null;
  readonly until: string | null;
}

export interface TimeSpan {
  readonly first: string;
  readonly last: string;
  /** Ranges are read and written in it. */
  readonly zone: string;
}

export type ParsedRange = TimeRange | 'not a time' | 'ends before it begins' | 'outside the log';

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const timePattern =
  /^(?:(\d{4}-\d{2}-\d{2})(?:[T ]+|$))?(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(?: ?Z)?$/;
const separator = /\s+(?:to|until|-|–|—)\s+|\s*(?:\.\.|–|—)\s*|(?<=\d:\d\d)-(?=\d)/i;

const nanosPerMilli = 1_000_000n;
const nanosPerSecond = 1_000_000_000n;
const dayMs = 86_400_000;

/** Without a span times are in UTC. */
export function parseTimeRange(text: string, span: TimeSpan | undefined): ParsedRange {
  const [first, second] = sides(text.trim());
  const zone = span?.zone ?? 'UTC';
  const lastDay = span && dayOf(span.last, zone);
  const from = parseTime(first, lastDay, zone);
  const until = parseTime(second, datePart(first) ?? lastDay, zone);
  if (from === undefined || until === undefined || (from === null && until === null)) return 'not a time';
  const start = from === null ? null : from.start;
  const end = until?.end ?? null;
  if (start !== null && end !== null && end < start) return 'ends before it begins';
  if (span && !overlaps(span, start, end)) return 'outside the log';
  return { from: start === null ? null : String(start), until: end === null ? null : String(end) };
}

/** Of some lengths in seconds those that leave a part of the log out. */
export function shorterThan(span: Pick<TimeSpan, 'first' | 'last'>, seconds: readonly number[]): number[] {
  const length = BigInt(span.last) - BigInt(span.first);
  return seconds.filter((one) => BigInt(one) * nanosPerSecond < length);
}

/** The last `seconds` of the log. */
export function lastPart(span: TimeSpan, seconds: number): TimeRange {
  return { from: String(BigInt(span.last) - BigInt(seconds) * nanosPerSecond), until: null };
}

/** `2026-01-31 10:00:00` */
export function formatTime(nanoseconds: string, zone: string): string {
  return dateAndTime(nanoseconds, zone) || nanoseconds;
}

function sides(text: string): readonly [string, string] {
  if (dayPattern.test(text)) return [text, text];
  const open = /^(from|since|to|until|before)\s+(.*)$/i.exec(text);
  const one = open?.[2];
  if (open && one !== undefined && !separator.test(one)) {
    return /^(?:from|since)$/i.test(open[1]) ? [one, ''] : ['', one];
  }
  const [first, second, ...more] = (one ?? text).split(separator);
  return more.length > 0 ? ['?', '?'] : [first, second ?? ''];
}

interface ParsedTime {
  readonly start: bigint;
  /** `to 2026-01-31` takes that day in. */
  readonly end: bigint;
}

/** Null for nothing, undefined for what is no time. */
function parseTime(text: string, day: string | undefined, zone: string): ParsedTime | null | undefined {
  if (text === '') return null;
  const match = timePattern.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const [, ownDay = day, hour = '00', minute = '00', second = '00', fraction = ''] = match;
  if (ownDay === undefined) return undefined;
  const iso = `${ownDay}T${hour.padStart(2, '0')}:${minute}:${second}Z`;
  const millis = Date.parse(iso);
  if (Number.isNaN(millis) || !new Date(millis).toISOString().startsWith(ownDay)) return undefined;
  const ownZone = text.endsWith('Z') ? 'UTC' : zone;
  const start = nanosOf(momentIn(millis, ownZone)) + BigInt(fraction.padEnd(9, '0'));
  if (match[2] !== undefined) return { start, end: start };
  return { start, end: nanosOf(momentIn(millis + dayMs, ownZone)) - 1n };
}

function datePart(text: string): string | undefined {
  return timePattern.exec(text)?.[1];
}

function nanosOf(milliseconds: number): bigint {
  return BigInt(milliseconds) * nanosPerMilli;
}

function dayOf(nanoseconds: string, zone: string): string {
  return formatTime(nanoseconds, zone).slice(0, 10);
}

function overlaps(span: TimeSpan, start: bigint | null, end: bigint | null): boolean {
  return (start === null || start <= BigInt(span.last)) && (end === null || end >= BigInt(span.first));
}
