import { Uint32Column } from '../model/column';
import { Part } from './part-runs';
import { noWindow } from './time-regions';

/** How often an item stands in focus, in what that is held against, and in each window of the history that has it. */
export interface ItemCount {
  readonly focus: number;
  readonly against: number;
  readonly windows: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

/**
 * Counts items window by window. What is given to `add` belongs to the stretch that `endStretch` ends; stretches of one window
 * follow each other.
 */
export class ItemCounts {
  readonly focus: Uint32Array;
  readonly against: Uint32Array;
  /** Of the window that is counted now, and what of it stood in stretches before. */
  private readonly now: Uint32Array;
  private readonly before: Uint32Array;
  private readonly seen: number[] = [];
  private window = noWindow;
  private readonly items = new Uint32Column();
  private readonly windows = new Uint32Column();
  private readonly counts = new Uint32Column();
  private firstOfItem = new Uint32Array(0);

  constructor(private readonly itemCount: number) {
    this.focus = new Uint32Array(itemCount);
    this.against = new Uint32Array(itemCount);
    this.now = new Uint32Array(itemCount);
    this.before = new Uint32Array(itemCount);
  }

  /** Items, counted or not. */
  get length(): number {
    return this.itemCount;
  }

  add(item: number): void {
    if (this.now[item]++ === 0) this.seen.push(item);
  }

  /** Before the records of a stretch. */
  beginStretch(window: number): void {
    if (window !== this.window) this.endWindow();
    this.window = window;
  }

  endStretch(part: Part): void {
    const { now, before, seen } = this;
    const sums = part === Part.focus ? this.focus : this.against;
    for (const item of seen) {
      if (part !== Part.neither) sums[item] += now[item] - before[item];
      before[item] = now[item];
    }
    if (this.window === noWindow) this.endWindow();
  }

  /** When all is counted, before anything is asked. */
  finish(): this {
    this.endWindow();
    this.sortByItem();
    return this;
  }

  countOf(item: number): ItemCount {
    const [from, to] = [this.firstOfItem[item], this.firstOfItem[item + 1]];
    return {
      focus: this.focus[item],
      against: this.against[item],
      windows: Array.from({ length: to - from }, (_, i) => this.windows.get(from + i)),
      counts: Array.from({ length: to - from }, (_, i) => this.counts.get(from + i)),
    };
  }

  private endWindow(): void {
    const { now, before, seen, window } = this;
    for (const item of seen) {
      if (window !== noWindow) {
        this.items.push(item);
        this.windows.push(window);
        this.counts.push(now[item]);
      }
      now[item] = 0;
      before[item] = 0;
    }
    seen.length = 0;
  }

  private sortByItem(): void {
    const { items, windows, counts } = this;
    const places = new Uint32Array(this.itemCount + 1);
    for (let i = 0; i < items.length; i++) places[items.get(i) + 1]++;
    for (let item = 0; item < this.itemCount; item++) places[item + 1] += places[item];
    this.firstOfItem = places.slice();
    const sortedWindows = new Uint32Array(items.length);
    const sortedCounts = new Uint32Array(items.length);
    for (let i = 0; i < items.length; i++) {
      const at = places[items.get(i)]++;
      sortedWindows[at] = windows.get(i);
      sortedCounts[at] = counts.get(i);
    }
    for (let i = 0; i < items.length; i++) {
      windows.set(i, sortedWindows[i]);
      counts.set(i, sortedCounts[i]);
    }
  }
}
