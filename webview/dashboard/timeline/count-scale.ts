import { powerTicks, roundTicks } from '../axes';

/** How high a count stands. Logarithms are of one more, so that 0 is at the foot. */
export interface CountScale {
  readonly heightOf: (count: number) => number;
  /** Counts an axis is labelled at, from 0 on. */
  readonly ticks: readonly number[];
  /** A little above what stands highest, never 0. */
  readonly top: number;
}

const mostTicks = 5;
const headroom = 1.06;

export function countScale(most: number, isLogarithmic: boolean): CountScale {
  const least = Math.max(1, most);
  if (!isLogarithmic) {
    const ticks = roundTicks(0, least, mostTicks).filter((tick) => Number.isInteger(tick));
    return { heightOf: (value) => value, ticks, top: least * headroom };
  }
  // On a tall scale 1 lies so close to 0 that their labels would touch.
  const lowest = least < 1000 ? 1 : 10;
  const powers = powerTicks(lowest, least, mostTicks).filter((power) => power <= least);
  return { heightOf: logarithm, ticks: [0, ...powers], top: logarithm(least) * headroom };
}

function logarithm(value: number): number {
  return Math.log10(1 + value);
}

/** `950`, `1.2k`, `34M`: short enough for an axis. */
export function shortCount(count: number): string {
  const unit = units.find(([size]) => count >= size);
  if (!unit) return String(count);
  const value = count / unit[0];
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(2))}${unit[1]}`;
}

const units = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;
