import type { Contrasted } from '../../../src/protocol/log-shape';

/** Doublings from the middle to either end; what is only here or gone here fills its half. */
const mostDoublings = 7;
const least = 0.01;

/** Shares of the width: the bar goes from the middle to the right where there is more, to the left where there is less. */
export function barOf({ ratio, direction }: Pick<Contrasted, 'ratio' | 'direction'>): {
  readonly from: number;
  readonly length: number;
} {
  const doublings = ratio === null || ratio <= 0 ? mostDoublings : Math.abs(Math.log2(ratio));
  const length = Math.max(least, Math.min(1, doublings / mostDoublings) / 2);
  return { from: direction === 'over' ? 0.5 : 0.5 - length, length };
}
