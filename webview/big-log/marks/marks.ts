import type { ViewLine } from '../../../src/protocol/log-lines';

interface Marked {
  readonly line: ViewLine;
  readonly lastLine: ViewLine;
}

/** What is marked of a log, by line. Given in order of their first lines; where two overlap the later one begins inside. */
export class Marks<Mark extends Marked> {
  constructor(readonly all: readonly Mark[]) {}

  /** The mark a line is within. */
  at(line: ViewLine): Mark | undefined {
    const mark = this.all[this.lastFrom(line)];
    return mark && line <= mark.lastLine ? mark : undefined;
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
