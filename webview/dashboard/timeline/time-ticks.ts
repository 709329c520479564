import { momentIn, zonedTime } from '../../../src/protocol/time-text';
import type { Stretch } from './stretch';
import { widthOf } from './stretch';

/** Where an axis of time is labelled: on moments a clock in the zone shows as round. */
export interface TimeTick {
  readonly at: bigint;
  /** The day stands in a second line where it is another than that of the tick before. */
  readonly label: string;
}

const nanosPerMilli = 1_000_000n;
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const month = 31 * day;
const year = 366 * day;

type Step = { readonly unit: 'ms' | 'month' | 'year'; readonly count: number };

/** Milliseconds by a clock, months, years; what is finer is counted in nanoseconds. */
const steps: readonly (Step & { readonly about: number })[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => clockStep(count * second)),
  ...[1, 2, 5, 10, 15, 30].map((count) => clockStep(count * minute)),
  ...[1, 2, 3, 6, 12].map((count) => clockStep(count * hour)),
  ...[1, 2, 7, 14].map((count) => clockStep(count * day)),
  ...[1, 3, 6].map((count) => ({ unit: 'month' as const, count, about: count * month })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((count) => ({
    unit: 'year' as const,
    count,
    about: count * year,
  })),
];

function clockStep(count: number): Step & { readonly about: number } {
  return { unit: 'ms', count, about: count };
}

/** At most `most` ticks in the stretch, and no fewer than clocks allow. */
export function timeTicks(stretch: Stretch, zone: string, most: number): readonly TimeTick[] {
  const least = Number(widthOf(stretch)) / Math.max(1, most);
  const milliseconds = least / Number(nanosPerMilli);
  if (milliseconds <= 500) return fineTicks(stretch, zone, least);
  const step = steps.find(({ about }) => about >= milliseconds) ?? steps[steps.length - 1];
  const ticks = clockTimes(stretch, zone, step)
    .map((clock) => BigInt(momentIn(clock, zone)) * nanosPerMilli)
    .filter((at) => at >= stretch.from && at < stretch.until);
  return labelled(ticks, zone, step);
}

/** Below a second: 1, 2 or 5 of a power of ten. */
function fineTicks(stretch: Stretch, zone: string, least: number): readonly TimeTick[] {
  const power = 10 ** Math.max(0, Math.ceil(Math.log10(Math.max(1, least))));
  const step = BigInt([power / 5, power / 2, power].find((one) => one >= 1 && one >= least) ?? power);
  const ticks: bigint[] = [];
  const behind = ((stretch.from % step) + step) % step;
  for (let at = behind === 0n ? stretch.from : stretch.from - behind + step; at < stretch.until; at += step)
    ticks.push(at);
  const digits = Math.max(1, 9 - Math.floor(Math.log10(Number(step))));
  return withDays(ticks, zone, (clock, fraction) => `${clock}.${fraction.slice(0, digits)}`);
}

/** What a clock in the zone shows, as milliseconds as if it were UTC. */
function clockTimes(stretch: Stretch, zone: string, step: Step): readonly number[] {
  const first = clockOf(stretch.from, zone);
  const last = clockOf(stretch.until, zone);
  if (first === undefined || last === undefined) return [];
  const times: number[] = [];
  for (let index = 0; ; index++) {
    const time = clockTime(first, step, index);
    if (!(time <= last)) return times;
    times.push(time);
  }
}

function clockTime(first: number, { unit, count }: Step, index: number): number {
  if (unit === 'ms') return (Math.floor(first / count) + index) * count;
  const from = new Date(first);
  if (unit === 'year') return utc((Math.floor(from.getUTCFullYear() / count) + index) * count, 0);
  return utc(from.getUTCFullYear(), (Math.floor(from.getUTCMonth() / count) + index) * count);
}

/** `Date.UTC` takes the year 20 for 1920. */
function utc(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

function clockOf(moment: bigint, zone: string): number | undefined {
  const time = zonedTime(String(moment), zone);
  return time ? Date.parse(`${time.date}T${time.clock}Z`) : undefined;
}

function labelled(ticks: readonly bigint[], zone: string, { unit, count }: Step): readonly TimeTick[] {
  if (unit !== 'ms' || count >= day) {
    const length = unit === 'year' ? 4 : unit === 'month' ? 7 : 10;
    return ticks.map((at) => ({ at, label: zonedTime(String(at), zone)?.date.slice(0, length) ?? '' }));
  }
  return withDays(ticks, zone, (clock) => (count >= minute ? clock.slice(0, 5) : clock));
}

function withDays(
  ticks: readonly bigint[],
  zone: string,
  text: (clock: string, fraction: string) => string,
): readonly TimeTick[] {
  let former = '';
  return ticks.map((at) => {
    const time = zonedTime(String(at), zone);
    if (!time) return { at, label: '' };
    const clock = text(time.clock, time.fraction);
    const label = time.date === former ? clock : `${clock}\n${time.date}`;
    former = time.date;
    return { at, label };
  });
}
