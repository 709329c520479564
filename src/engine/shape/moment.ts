import type { UnixNs } from '../model/units';

const nanosPerSecond = 1_000_000_000;

/** A time in two numbers that are exact where one is not: whole seconds since the epoch, and 0 to 999,999,999 nanoseconds behind them. */
export interface Moment {
  readonly seconds: number;
  readonly nanos: number;
}

/** Before and behind all times there are. */
export const beginningOfTime: Moment = { seconds: Number.NEGATIVE_INFINITY, nanos: 0 };
export const endOfTime: Moment = { seconds: Number.POSITIVE_INFINITY, nanos: 0 };

export function momentOf(time: UnixNs): Moment {
  const perSecond = BigInt(nanosPerSecond);
  const nanos = ((time % perSecond) + perSecond) % perSecond;
  return { seconds: Number((time - nanos) / perSecond), nanos: Number(nanos) };
}

export function timeOf({ seconds, nanos }: Moment): UnixNs {
  return BigInt(seconds) * BigInt(nanosPerSecond) + BigInt(nanos);
}

/** False where one of them is no time (NaN). */
export function isBefore(one: Moment, other: Moment): boolean {
  return one.seconds < other.seconds || (one.seconds === other.seconds && one.nanos < other.nanos);
}
