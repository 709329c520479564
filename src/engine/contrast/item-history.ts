import { Uint32Column } from '../model/column';
import { noWindow } from './time-regions';

/** Windows of the history that have an item, and how often. */
export interface WindowList {
  readonly windows: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

/** With how often it stands in focus, and in what that is held against. */
export interface ItemCount extends WindowList {
  readonly focus: number;
  readonly against: number;
}

/** Counts items window by window: what is given to `add` is of the window begun last, and windows come one after another. */
export class ItemHistory {
  private readonly now: Uint32Array;
  private readonly seen: number[] = [];
  private window = noWindow;
  private readonly items = new Uint32Column();
  private readonly windows = new Uint32Column();
  private readonly counts = new Uint32Column();

  constructor(private readonly itemCount: number) {
    this.now = new Uint32Array(itemCount);
  }

  begin(window: number): void {
    if (window !== this.window) this.endWindow();
    this.window = window;
  }

  add(item: number): void {
    if (this.now[item]++ === 0) this.seen.push(item);
  }

  /** When all is counted: by item. */
  finish(): WindowList[] {
    this.endWindow();
    const { items, windows, counts } = this;
    const sizes = new Uint32Array(this.itemCount);
    for (let i = 0; i < items.length; i++) sizes[items.get(i)]++;
    const lists = Array.from(sizes, (size) => ({
      windows: new Uint32Array(size),
      counts: new Uint32Array(size),
    }));
    const filled = new Uint32Array(this.itemCount);
    for (let i = 0; i < items.length; i++) {
      const item = items.get(i);
      lists[item].windows[filled[item]] = windows.get(i);
      lists[item].counts[filled[item]++] = counts.get(i);
    }
    return lists;
  }

  private endWindow(): void {
    const { now, seen, window } = this;
    for (const item of seen) {
      this.items.push(item);
      this.windows.push(window);
      this.counts.push(now[item]);
      now[item] = 0;
    }
    seen.length = 0;
  }
}
