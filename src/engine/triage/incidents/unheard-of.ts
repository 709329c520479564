import type { ColumnId } from '../../features/values/value-columns';
import type { ValueTable } from '../../features/values/value-table';
import type { RecordIndex } from '../../model/units';

/** A column that held one value so often, or so many numbers, has shown what it holds; after fewer it takes two columns. */
const fewest = { equal: 30, numbers: 50, ofTwo: 8 };
/** A number so many times the greatest before it is of another kind than they. */
const timesGreatest = 3;
/** What tells enough by itself, and what only beside another. */
const weight = { strong: 2, weak: 1 };
/** Cells looked at in all: what a tenth of a second allows. */
const mostCells = 100_000;
/** Texts and places have no size. */
const measured: ReadonlySet<string | undefined> = new Set(['number', 'duration', 'size', undefined]);

/** Values the like of which never came before: the first other one where all were the same, a number far above all. */
export class UnheardOf {
  private readonly known = new Map<ColumnId, ReadonlyMap<number, number>>();
  private cells = 0;

  constructor(private readonly table: ValueTable) {}

  isIn(record: RecordIndex): boolean {
    const { table } = this;
    const row = table.rowOf(record);
    if (row < 0) return false;
    const end = table.firstCell(row + 1);
    let told = 0;
    for (let cell = table.firstCell(row); cell < end; cell++)
      told += this.recordsOf(table.columnAt(cell)).get(record) ?? 0;
    return told >= weight.strong;
  }

  /** Records in which the column holds one, and how much that tells. */
  private recordsOf(column: ColumnId): ReadonlyMap<number, number> {
    const known = this.known.get(column);
    if (known !== undefined) return known;
    const found = new Map<number, number>();
    const count = this.table.recordsIn(column).length;
    // A header's unnamed columns are processes, threads and other clocks.
    if (this.table.columns[column].kind !== 'header' && this.cells + count <= mostCells) {
      this.cells += count;
      this.noteFirstOther(column, found);
      if (measured.has(this.table.columns[column].type)) this.noteFarAbove(column, found);
    }
    this.known.set(column, found);
    return found;
  }

  private noteFirstOther(column: ColumnId, found: Map<number, number>): void {
    const values = this.table.valuesIn(column);
    let place = 1;
    while (place < values.length && values[place] === values[0]) place++;
    if (place === values.length || place < fewest.ofTwo) return;
    found.set(this.table.recordsIn(column)[place], place < fewest.equal ? weight.weak : weight.strong);
  }

  private noteFarAbove(column: ColumnId, found: Map<number, number>): void {
    const { table } = this;
    const values = table.valuesIn(column);
    const records = table.recordsIn(column);
    let numbers = 0;
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < values.length; place++) {
      const number = table.quantity(values[place], table.columns[column])?.value;
      if (number === undefined) continue;
      const range = greatest - least;
      if (numbers >= fewest.numbers && greatest > 0 && number > greatest * timesGreatest)
        found.set(records[place], weight.strong);
      else if (numbers >= fewest.ofTwo && (number > greatest + range || number < least - range))
        found.set(records[place], Math.max(weight.weak, found.get(records[place]) ?? 0));
      numbers++;
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
    }
  }
}
