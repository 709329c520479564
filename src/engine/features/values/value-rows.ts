import { Uint32Column } from '../../model/column';
import type { RecordIndex } from '../../model/units';
import type { ColumnId, ValueColumns } from './value-columns';
import { ValuePool } from './value-pool';
import { ValueTable } from './value-table';

/** Cells of one record at most; what comes behind them is data, not an event's values. */
const mostCellsARow = 48;
/** Cells in all: 64 MB while they are gathered and sorted. */
const mostCells = 1 << 22;

/** Collects rows and cells in the order of records. */
export class ValueRows {
  readonly pool = new ValuePool();
  private readonly records = new Uint32Column();
  private readonly rowStarts = new Uint32Column();
  private readonly cellColumns = new Uint32Column();
  private readonly cellValues = new Uint32Column();
  private rowStart = 0;

  get isFull(): boolean {
    return this.cellColumns.length >= mostCells;
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
      records: flat(this.records),
      rowStarts: flat(this.rowStarts),
      cellColumns: flat(this.cellColumns),
      cellValues: flat(this.cellValues),
      recordCount,
    });
  }
}

function flat(column: Uint32Column): Uint32Array {
  return Uint32Array.from({ length: column.length }, (_, i) => column.get(i));
}
