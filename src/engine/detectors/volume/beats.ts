import { quantile } from './robust';

/** Something that comes regularly and then did not. */
export interface MissedBeats {
  /** Place of the last beat before the pause. */
  readonly last: number;
  /** Milliseconds between beats, usually. */
  readonly period: number;
  /** Milliseconds without one. */
  readonly pause: number;
  /** Gaps looked at, and how many of them are about as long as the period. */
  readonly gaps: number;
  readonly regular: number;
  /** Beats that did not come. */
  readonly missed: number;
  /** −log10 of the chance of that. */
  readonly decades: number;
}

/** With fewer beats nothing is regular. */
export const fewestBeats = 8;
/** A gap is regular within this share of the period. */
const tolerance = 0.25;
const leastRegular = 0.8;
const leastMissed = 3;
/** What began later than so many periods into the log must have gone on as long as it then pauses: retries end, a habit does not. */
const earlyPeriods = 3;
/** Rather a habit than an event. */
const mostPauses = 2;

/**
 * The longest pause of what otherwise comes regularly. `times` ascend, in milliseconds; `log` is when the log begins and ends.
 * Undefined where it is not regular or did not pause.
 *
 * Of a beat that came n times in a row the next fails to come with a chance of 1 in n + 2 (Laplace's rule of succession), each
 * of the missed ones.
 */
export function missedBeats(
  times: readonly number[],
  log: { readonly fromMs: number; readonly untilMs: number },
): MissedBeats | undefined {
  if (times.length < fewestBeats) return undefined;
  const gaps = times.slice(1).map((time, i) => time - times[i]);
  const period = quantile(Float64Array.from(gaps).sort(), 0.5);
  const regular = gaps.filter((gap) => Math.abs(gap - period) <= tolerance * period).length;
  if (period <= 0 || regular < leastRegular * gaps.length) return undefined;
  const pauses = [...gaps, log.untilMs - times[times.length - 1]];
  const missedIn = (pause: number) => Math.floor(pause / period + tolerance) - 1;
  if (pauses.filter((pause) => missedIn(pause) >= leastMissed).length > mostPauses) return undefined;
  const last = pauses.indexOf(Math.max(...pauses));
  const missed = missedIn(pauses[last]);
  if (missed < leastMissed || last < fewestBeats - 1) return undefined;
  const isHabit = times[0] - log.fromMs <= earlyPeriods * period || times[last] - times[0] >= pauses[last];
  if (!isHabit) return undefined;
  const decades = missed * Math.log10(last + 3);
  return { last, period, pause: pauses[last], gaps: gaps.length, regular, missed, decades };
}
