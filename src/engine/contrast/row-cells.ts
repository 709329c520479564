import type { Candidate } from './candidate';
import { Part } from './part-runs';

/** Records looked at that have the same of all candidates, as one: with their numbers in focus and against. */
export interface RowCell {
  readonly focus: number;
  readonly against: number;
  /** By candidate. */
  readonly has: Uint8Array;
  readonly couldHave: Uint8Array;
}

/** `parts`: of each record looked at. */
export function rowCells(parts: Uint8Array, candidates: readonly Candidate[]): RowCell[] {
  const cells = new Cells(parts.length);
  const couldHaves = new Map<Uint32Array, number>();
  for (const { of } of candidates) {
    if (of === null || couldHaves.has(of)) continue;
    couldHaves.set(of, cells.split(of));
  }
  const marks = candidates.map(({ rows }) => cells.split(rows));
  return cells.counted(parts).map(({ focus, against, marked }) => ({
    focus,
    against,
    has: Uint8Array.from(marks, (mark) => Number(marked(mark))),
    couldHave: Uint8Array.from(candidates, ({ of }) =>
      Number(of === null || marked(couldHaves.get(of) ?? -1)),
    ),
  }));
}

/** A partition of rows, split by one set of them after another. */
class Cells {
  private readonly cellOfRow: Uint32Array;
  /** By cell: which sets its rows are in. */
  private readonly setsOfCell: (readonly number[])[] = [[]];
  private sets = 0;

  constructor(rows: number) {
    this.cellOfRow = new Uint32Array(rows);
  }

  /** The number of the set. */
  split(rows: Uint32Array): number {
    const set = this.sets++;
    const inside = new Map<number, number>();
    for (const row of rows) {
      const cell = this.cellOfRow[row];
      // A value may stand in a record twice.
      if (this.setsOfCell[cell].at(-1) === set) continue;
      let split = inside.get(cell);
      if (split === undefined) {
        split = this.setsOfCell.push([...this.setsOfCell[cell], set]) - 1;
        inside.set(cell, split);
      }
      this.cellOfRow[row] = split;
    }
    return set;
  }

  counted(parts: Uint8Array) {
    const focus = new Uint32Array(this.setsOfCell.length);
    const against = new Uint32Array(this.setsOfCell.length);
    for (const [row, cell] of this.cellOfRow.entries()) {
      if (parts[row] === Part.focus) focus[cell]++;
      else if (parts[row] === Part.against) against[cell]++;
    }
    return this.setsOfCell
      .map((sets, cell) => ({
        focus: focus[cell],
        against: against[cell],
        marked: (set: number) => sets.includes(set),
      }))
      .filter((cell) => cell.focus + cell.against > 0);
  }
}
