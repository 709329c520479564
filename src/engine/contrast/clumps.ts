import { seldomWindows } from './difference';
import type { ItemCount } from './item-history';

/** Nothing is so new that a handful of records of it would be news. */
const leastClump = 3;

/**
 * How large what stands in few windows gets in one of them: most of it is new where it stands, as request ids, a job of the night or a
 * person's visit are. One more of such is news only where it is larger than the largest that other windows have, taken over all
 * items of a kind: then it needs no correction for how many there are.
 */
export class Clumps {
  /** By window: the largest. */
  private readonly largest: Float64Array;

  constructor(windowCount: number) {
    this.largest = new Float64Array(windowCount);
  }

  add({ windows, counts }: ItemCount): void {
    if (windows.length > seldomWindows) return;
    for (let i = 0; i < windows.length; i++)
      this.largest[windows[i]] = Math.max(this.largest[windows[i]], counts[i]);
  }

  /**
   * How often a window has one of so many records. Beyond the largest of all the tail is taken to fall with the square, as sizes of
   * bursts do at the slowest that still has a mean and nearly a variance.
   */
  chanceOf(count: number): number {
    const { largest } = this;
    const as = largest.reduce((sum, size) => sum + Number(size >= count), 0);
    const rank = (1 + as) / (largest.length + 1);
    if (as > 0) return rank;
    const most = largest.reduce((a, b) => Math.max(a, b), leastClump);
    return rank * Math.min(1, (most / count) ** 2);
  }
}
