import type { LineNumber } from '../../engine/model/units';
import type { SelectedLineNumbers } from '../shared/log-editors';

/** Lines that a selection holds. Of a merge its ends on screen say nothing of those between: each file has its own there. */
export class ChosenLines {
  private readonly stretches: readonly SelectedLineNumbers[];
  readonly count: number;

  constructor(selected: SelectedLineNumbers) {
    this.stretches = selected.stretches ?? [selected];
    this.count = this.stretches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  }

  /** Where stretches of them begin and end. */
  get ends(): number[] {
    return this.stretches.flatMap(({ first, last }) => [first, last]);
  }

  /** A list of all: of a selection of a whole log ask `count` first. */
  get all(): LineNumber[] {
    return this.stretches.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, index) => (first + index) as LineNumber),
    );
  }
}
