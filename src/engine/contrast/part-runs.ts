import { Uint32Column } from '../model/column';
import { noWindow } from './time-regions';

/** What a record is compared as. */
export const Part = { focus: 0, against: 1, neither: 2 } as const;
export type Part = (typeof Part)[keyof typeof Part];

const parts = 3;

/**
 * Records `[from, to)` of one source that are compared as the same part and stand in the same window of the history, in the order
 * of records. Columns: where times jump there may be a run a record.
 */
export class PartRuns {
  private readonly starts = new Uint32Column();
  private readonly ends = new Uint32Column();
  private readonly codes = new Uint32Column();

  constructor(readonly windowCount: number) {}

  get length(): number {
    return this.starts.length;
  }

  push(from: number, to: number, part: Part, window: number): void {
    this.starts.push(from);
    this.ends.push(to);
    this.codes.push((window - noWindow) * parts + part);
  }

  from(run: number): number {
    return this.starts.get(run);
  }

  to(run: number): number {
    return this.ends.get(run);
  }

  part(run: number): Part {
    return (this.codes.get(run) % parts) as Part;
  }

  /** Of the history, or `noWindow`. */
  window(run: number): number {
    return Math.floor(this.codes.get(run) / parts) + noWindow;
  }

  /** Of all parts. */
  get records(): number {
    return Object.values(Part).reduce<number>((sum, part) => sum + this.recordsOf(part), 0);
  }

  /** Records of a part. */
  recordsOf(part: Part): number {
    let sum = 0;
    for (let run = 0; run < this.length; run++)
      if (this.part(run) === part) sum += this.to(run) - this.from(run);
    return sum;
  }

  /** The runs window by window, in each part by part: counting sort, so that equal ones stay in the order of records. */
  inOrderOfWindows(): Uint32Array {
    const places = new Uint32Array((this.windowCount + 1) * parts + 1);
    for (let run = 0; run < this.length; run++) places[this.codes.get(run) + 1]++;
    for (let code = 1; code < places.length; code++) places[code] += places[code - 1];
    const ordered = new Uint32Array(this.length);
    for (let run = 0; run < this.length; run++) ordered[places[this.codes.get(run)]++] = run;
    return ordered;
  }
}
