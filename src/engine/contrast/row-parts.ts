import { Part, type PartRuns } from './part-runs';
import { noWindow } from './time-regions';

/** Of records looked at, what each is compared as and the window of the history it stands in. */
export interface RowParts {
  readonly parts: Uint8Array;
  readonly windows: Int32Array;
}

/** `records` ascending; those of no run, as a baseline's are, are neither in focus nor against it. */
export function rowParts(records: Uint32Array, runs: PartRuns): RowParts {
  const parts = new Uint8Array(records.length).fill(Part.neither);
  const windows = new Int32Array(records.length).fill(noWindow);
  let row = 0;
  for (let run = 0; run < runs.length; run++) {
    while (row < records.length && records[row] < runs.from(run)) row++;
    for (; row < records.length && records[row] < runs.to(run); row++) {
      parts[row] = runs.part(run);
      windows[row] = runs.window(run);
    }
  }
  return { parts, windows };
}
