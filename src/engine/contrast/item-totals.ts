import { Part } from './part-runs';
import { noWindow } from './time-regions';

/** How often items stand in focus and in what that is held against, and in about how many windows of the history. */
export class ItemTotals {
  readonly focus: Uint32Array;
  readonly against: Uint32Array;
  /** Windows as they come: one that comes again later counts again. */
  readonly spread: Uint32Array;
  private readonly lastWindow: Int32Array;
  private readonly neither: Uint32Array;
  private sums: Uint32Array;
  private window = noWindow;

  constructor(readonly length: number) {
    this.focus = new Uint32Array(length);
    this.against = new Uint32Array(length);
    this.neither = new Uint32Array(length);
    this.spread = new Uint32Array(length);
    this.lastWindow = new Int32Array(length).fill(noWindow);
    this.sums = this.neither;
  }

  /** Before the records of a stretch. */
  begin(part: Part, window: number): void {
    this.sums = part === Part.focus ? this.focus : part === Part.against ? this.against : this.neither;
    this.window = window;
  }

  add(item: number): void {
    this.sums[item]++;
    if (this.lastWindow[item] === this.window || this.window === noWindow) return;
    this.lastWindow[item] = this.window;
    this.spread[item]++;
  }
}
