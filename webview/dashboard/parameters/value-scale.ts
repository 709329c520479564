import { powerTicks, roundTicks } from '../axes';

/** Where values stand on an axis: 0 at its foot, 1 at its top. */
export interface ValueScale {
  readonly isLog: boolean;
  readonly shareOf: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Beyond this the usual values would lie flat at the foot. */
const linearUpTo = 100;
const mostTicks = 5;

/** Of values from `min` to `max`, with `middle` the usual one: on a log scale where the highest is far from it and none is 0 or less. */
export function valueScale(min: number, middle: number, max: number): ValueScale {
  if (min > 0 && max / middle > linearUpTo) return logScale(min, max);
  return linearScale(min > 0 && min < max / 2 ? 0 : min, max);
}

function linearScale(min: number, max: number): ValueScale {
  if (min === max) return { isLog: false, shareOf: () => 0.5, ticks: [min] };
  const shareOf = (value: number) => (value - min) / (max - min);
  return { isLog: false, shareOf, ticks: roundTicks(min, max, mostTicks) };
}

function logScale(min: number, max: number): ValueScale {
  const [foot, top] = [Math.log10(min), Math.log10(max)];
  const shareOf = (value: number) => (Math.log10(value) - foot) / (top - foot);
  const ticks = powerTicks(min, max, mostTicks).filter((tick) => tick >= min && tick <= max);
  return { isLog: true, shareOf, ticks };
}
