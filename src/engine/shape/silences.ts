import type { UnixNs } from '../model/units';
import type { TimeGap } from './covered-time';
import type { TimeGaps } from './time-gaps';
import type { TimeExtent } from './time-index';

/** Where nothing was written; times are of the records at its ends. */
export interface Silence {
  readonly from: UnixNs;
  readonly until: UnixNs;
}

/** Gaps that are looked at: others are lengths alike and nights in them. */
export const gapsLookedAt = 400;

export const mostSilences = 20;
/** Of fewer gaps nothing is usual. */
const fewestGaps = 16;
/** How many gaps as long, by the tail of the others, would have to be expected for one to be usual. */
const expectedByChance = 0.05;
/** Tails thinner than this are not believed: a log of a strict beat would make every late one a silence. */
const thinnestTail = 0.1;
/** Lengths within this factor of each other are alike; so many others make a length usual. */
const alike = 1.25;
const fewestAlike = 3;
const day = 86_400_000_000_000n;
const periods = [day, 7n * day];
/** Of each period, looked at on either side. */
const mostShifts = 30n;

/**
 * Gaps that are much longer than is usual for their log, the longest first, at most 20. What is usual is said by its own longest
 * gaps, of which up to 20, but no more than an eighth of all, may be silences and are left out of it: their tail is taken for one of Pareto, by two
 * of its quantiles, which holds for bursts and is generous to steady logs. A gap stands out where less than a twentieth of one as long
 * is expected. Gaps that recur are usual: at the same time on other days or weeks (nights), or several of the same length (a job's rest).
 */
export function silencesOf(gaps: TimeGaps, extent: TimeExtent): readonly Silence[] {
  const { longest, count } = gaps;
  if (count < fewestGaps) return [];
  const out = Math.min(mostSilences, Math.floor(count / 8));
  const usual = usualLengths(gaps, out);
  return longest
    .slice(0, out)
    .filter((gap) => out * (gap.nanoseconds / usual.length) ** (-1 / usual.tail) < expectedByChance)
    .filter((gap) => !hasAlike(gap, longest) && !recurs(gap, longest, extent))
    .map(({ from, until }) => ({ from, until }));
}

/** The length that `out` gaps exceed, and how fast longer ones get rare: the tail's index, inverted. */
function usualLengths(
  { longest, unseen, resolution }: TimeGaps,
  out: number,
): { length: number; tail: number } {
  // Times written to the second may be as much further apart.
  const lengthAt = (rank: number) => Math.max(longest[rank]?.nanoseconds ?? 0, unseen) + resolution;
  const length = lengthAt(out);
  const tail = Math.log(length / lengthAt(2 * out)) / Math.LN2;
  return { length, tail: Math.max(thinnestTail, tail) };
}

function hasAlike(gap: TimeGap, longest: readonly TimeGap[]): boolean {
  const { nanoseconds } = gap;
  const others = longest.filter(
    (other) =>
      other !== gap && other.nanoseconds < nanoseconds * alike && nanoseconds < other.nanoseconds * alike,
  );
  return others.length >= fewestAlike;
}

/** Whether nothing is written at the middle of the gap on at least half of the other days, or weeks, of the log. */
function recurs(gap: TimeGap, longest: readonly TimeGap[], extent: TimeExtent): boolean {
  return periods.some((period) => recursEvery(period, gap, longest, extent));
}

function recursEvery(
  period: bigint,
  { from, until }: TimeGap,
  longest: readonly TimeGap[],
  { first, last }: TimeExtent,
): boolean {
  if (until - from >= period) return false;
  const trim = (until - from) / 4n;
  let [others, silent] = [0, 0];
  for (let shift = -mostShifts; shift <= mostShifts; shift++) {
    const [begin, end] = [from + trim + shift * period, until - trim + shift * period];
    if (shift === 0n || begin < first || end > last) continue;
    others++;
    if (longest.some((other) => other.from <= begin && end <= other.until)) silent++;
  }
  return silent > 0 && 2 * silent >= others;
}
