import type { RecordIndex } from '../../model/units';
import type { ColumnId, ValueColumns } from './value-columns';
import { ValuePool } from './value-pool';
import { ValueTable } from './value-table';

/** Cells of one record at most; what comes behind them is data, not an event's values. */
const mostCellsARow = 48;
/** Cells in all: 64 MB while they are gathered and sorted. */
export const mostCells = 1 << 22;

/** Collects rows and cells in the order of records. */
export class ValueRows {
  readonly pool = new ValuePool();
  private readonly records = new GrowingColumn();
  private readonly rowStarts = new GrowingColumn();
  private readonly cellColumns = new GrowingColumn();
  private readonly cellValues = new GrowingColumn();
  private rowStart = 0;

  /** `room`: cells. */
  constructor(private readonly room = mostCells) {}

  get isFull(): boolean {
    return this.cellColumns.length >= this.room;
  }

  begin(record: RecordIndex): void {
    this.rowStart = this.cellColumns.length;
    this.records.push(record);
    this.rowStarts.push(this.rowStart);
  }

  /** Of the record begun last. An empty value is none. */
  add(column: ColumnId, bytes: Uint8Array, start: number, end: number): void {
    if (end <= start || this.cellColumns.length - this.rowStart >= mostCellsARow) return;
    const value = this.pool.idOf(bytes, start, end);
    if (value === undefined) return;
    this.cellColumns.push(column);
    this.cellValues.push(value);
  }

  finish({ list }: ValueColumns, recordCount: number): ValueTable {
    this.rowStarts.push(this.cellColumns.length);
    return new ValueTable({
      columns: list,
      pool: this.pool,
      records: this.records.toArray(),
      rowStarts: this.rowStarts.toArray(),
      cellColumns: this.cellColumns.toArray(),
      cellValues: this.cellValues.toArray(),
      recordCount,
    });
  }
}

const firstCapacity = 1 << 12;

/** One array, so that what is gathered is handed over as it stands. */
class GrowingColumn {
  length = 0;
  private cells = new Uint32Array(firstCapacity);

  push(value: number): void {
    if (this.length === this.cells.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.cells);
      this.cells = larger;
    }
    this.cells[this.length++] = value;
  }

  toArray(): Uint32Array {
    return this.cells.subarray(0, this.length);
  }
}
