import { zonedTime } from '../../src/protocol/time-text';
import { tell } from '../shared/tell';
import type { TimeRange } from './terms';

const nanosPerSecond = 1_000_000_000;

/** Nanoseconds in decimal of seconds with a fraction; of a double the last digits are rounded. */
export function nanosOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const nanos = Math.min(nanosPerSecond - 1, Math.round((seconds - whole) * nanosPerSecond));
  return String(BigInt(whole) * BigInt(nanosPerSecond) + BigInt(nanos));
}

/** Seconds with a fraction, for axes: good to a quarter of a microsecond. */
export function secondsOf(nanoseconds: string): number {
  const value = BigInt(nanoseconds);
  const whole = value / BigInt(nanosPerSecond);
  return Number(whole) + Number(value - whole * BigInt(nanosPerSecond)) / nanosPerSecond;
}

/** `2026-03-14 10:26:53`, with as much of the fraction as a stretch of so many seconds calls for. */
export function momentText(
  nanoseconds: string,
  zone: string,
  spanSeconds = Number.POSITIVE_INFINITY,
): string {
  const time = zonedTime(nanoseconds, zone);
  if (!time) return nanoseconds;
  return `${time.date} ${time.clock}${fractionText(time.fraction, spanSeconds)}`;
}

/** The clock alone. */
export function clockText(nanoseconds: string, zone: string, spanSeconds = Number.POSITIVE_INFINITY): string {
  const time = zonedTime(nanoseconds, zone);
  return time ? `${time.clock}${fractionText(time.fraction, spanSeconds)}` : nanoseconds;
}

/** Both ends, the day of the second only where it is another. */
export function rangeText(from: string, until: string, zone: string): string {
  const span = secondsOf(until) - secondsOf(from);
  const first = momentText(from, zone, span);
  const last = momentText(until, zone, span);
  return `${first} – ${last.slice(0, 10) === first.slice(0, 10) ? last.slice(11) : last}`;
}

/** Of a range that may be open; '' where both ends are. */
export function windowText({ from, until }: TimeRange, zone: string): string {
  if (from !== null && until !== null) return rangeText(from, until, zone);
  if (from !== null) return tell('from {0}', momentText(from, zone));
  return until === null ? '' : tell('until {0}', momentText(until, zone));
}

function fractionText(fraction: string, spanSeconds: number): string {
  if (spanSeconds >= 60) return '';
  return spanSeconds >= 0.01 ? `.${fraction.slice(0, 3)}` : `.${fraction.slice(0, 6)}`;
}
