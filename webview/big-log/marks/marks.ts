import type { ViewLine } from '../../../src/protocol/log-lines';

interface Marked {
  readonly line: ViewLine;
  readonly lastLine: ViewLine;
}

/** What is marked of a log, by line. Given in order of their first lines. */
export class Marks<Mark extends Marked> {
  /** Of each mark the last one before it that goes on behind it; -1 of none. */
  private readonly outer: Int32Array;

  constructor(readonly all: readonly Mark[]) {
    this.outer = new Int32Array(all.length);
    for (let index = 0; index < all.length; index++)
      this.outer[index] = this.outward(index - 1, all[index].lastLine + 1);
  }

  /** The mark a line is within; of several the one that begins last. */
  at(line: ViewLine): Mark | undefined {
    return this.all[this.outward(this.lastFrom(line), line)];
  }

  /** From a mark on, the first that reaches the line; -1 where none does. */
  private outward(from: number, line: number): number {
    let index = from;
    while (index >= 0 && this.all[index].lastLine < line) index = this.outer[index];
    return index;
  }

  /** Index of the last mark that begins at or before the line; -1 of none. */
  private lastFrom(line: ViewLine): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.all[middle].line <= line) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
