import type { TimeColumn } from '../model/time-column';
import type { LinesLeft } from './filter-question';

/** Records of a run that is folded. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly firstLine: number;
  readonly endLine: number;
  readonly records: number;
}

/** Collects runs of records that become one row each, in the order of their lines. */
export class FoldRuns {
  private readonly places: number[] = [];
  private readonly milliseconds: number[] = [];

  constructor(private readonly time: TimeColumn) {}

  add({ first, last, firstLine, endLine, records }: Run): void {
    this.places.push(firstLine, endLine - 1, records);
    this.milliseconds.push(this.time.millis(last) - this.time.millis(first));
  }

  /** Hears the lines `[from, until)` that each run hides: all but its first. */
  eachHidden(hear: (from: number, until: number) => void): void {
    for (let i = 0; i < this.places.length; i += 3) hear(this.places[i] + 1, this.places[i + 1] + 1);
  }

  buffers(): LinesLeft['folds'] {
    if (this.places.length === 0) return null;
    return {
      places: Uint32Array.from(this.places).buffer,
      milliseconds: Float64Array.from(this.milliseconds).buffer,
    };
  }
}
