import type { RecordIndex } from '../../model/units';
import { type Quantity, quantityOf } from '../../templates/quantity';
import type { ColumnId, ValueColumn } from './value-columns';
import type { ValueId, ValuePool } from './value-pool';

/** A view of value ids. */
export interface ValueList extends Iterable<ValueId> {
  readonly length: number;
  readonly [index: number]: ValueId;
}

/** What gathering hands over, in the order of the records looked at. */
export interface GatheredValues {
  readonly columns: readonly ValueColumn[];
  readonly pool: ValuePool;
  /** By row: the record; ascending. */
  readonly records: Uint32Array;
  /** By row, and one more: where its cells begin. */
  readonly rowStarts: Uint32Array;
  /** By cell. */
  readonly cellColumns: Uint32Array;
  readonly cellValues: Uint32Array;
  /** Records of the log and its baselines, looked at or not. */
  readonly recordCount: number;
}

/**
 * The values of a log's records: what stands at the parameters of their templates, in their fields and in the variable columns
 * of their headers. Cut once from the bytes, for all who ask; equal texts have equal ids, under whatever column.
 *
 * A row is a record that was looked at: all of up to 60,000, beyond that stretches evenly spread. A cell is one value of a row.
 * Cells stand row by row, and a second order of them column by column: 16 bytes a cell, 8 a row.
 */
export class ValueTable {
  readonly columns: readonly ValueColumn[];
  private readonly columnStarts: Uint32Array;
  private readonly recordsByColumn: Uint32Array;
  private readonly valuesByColumn: Uint32Array;

  constructor(private readonly gathered: GatheredValues) {
    this.columns = gathered.columns;
    this.columnStarts = new Uint32Array(this.columns.length + 1);
    this.recordsByColumn = new Uint32Array(gathered.cellColumns.length);
    this.valuesByColumn = new Uint32Array(gathered.cellColumns.length);
    this.sortByColumn();
  }

  /** Records looked at, of `recordCount`. */
  get rowCount(): number {
    return this.gathered.records.length;
  }

  get recordCount(): number {
    return this.gathered.recordCount;
  }

  /** Distinct values. */
  get valueCount(): number {
    return this.gathered.pool.count;
  }

  recordOf(row: number): RecordIndex {
    return this.gathered.records[row] as RecordIndex;
  }

  /** -1 where the record was not looked at. */
  rowOf(record: RecordIndex): number {
    const { records } = this.gathered;
    let low = 0;
    let high = records.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (records[middle] === record) return middle;
      if (records[middle] < record) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Its cells are those from `firstCell(row)` up to `firstCell(row + 1)`. */
  firstCell(row: number): number {
    return this.gathered.rowStarts[row];
  }

  columnAt(cell: number): ColumnId {
    return this.gathered.cellColumns[cell] as ColumnId;
  }

  valueAt(cell: number): ValueId {
    return this.gathered.cellValues[cell] as ValueId;
  }

  /** The value a record has in a column; undefined where it has none or was not looked at. */
  valueIn(record: RecordIndex, column: ColumnId): ValueId | undefined {
    const row = this.rowOf(record);
    if (row < 0) return undefined;
    for (let cell = this.firstCell(row); cell < this.firstCell(row + 1); cell++)
      if (this.columnAt(cell) === column) return this.valueAt(cell);
    return undefined;
  }

  /** The records that have a value in the column, ascending (a view). */
  recordsIn(column: ColumnId): Uint32Array {
    return this.recordsByColumn.subarray(this.columnStarts[column], this.columnStarts[column + 1]);
  }

  /** Their values, in the order of `recordsIn` (a view). */
  valuesIn(column: ColumnId): ValueList {
    const [from, to] = [this.columnStarts[column], this.columnStarts[column + 1]];
    const values: Iterable<number> & ArrayLike<number> = this.valuesByColumn.subarray(from, to);
    return values as ValueList;
  }

  /** At most its first 256 bytes, as people may safely see them; a JSON string with its escapes. */
  text(value: ValueId): string {
    return this.gathered.pool.text(value);
  }

  beginsWith(value: ValueId, beginning: Uint8Array): boolean {
    const bytes = this.gathered.pool.bytesOf(value);
    return bytes.length > beginning.length && beginning.every((byte, i) => bytes[i] === byte);
  }

  /** Bytes of the value, at most 256. */
  bytesIn(value: ValueId): number {
    return this.gathered.pool.bytesOf(value).length;
  }

  /** The same as bytes; a view. */
  bytesOf(value: ValueId): Uint8Array {
    return this.gathered.pool.bytesOf(value);
  }

  /** The value as a number with its unit, as its column's type reads it; undefined where it is none or not finite. */
  quantity(value: ValueId, { type = 'word' }: Pick<ValueColumn, 'type'>): Quantity | undefined {
    const plain = decimalOf(this.gathered.pool.bytesOf(value));
    if (plain !== undefined) return { value: plain, unit: null };
    const quantity = quantityOf(this.text(value), type);
    return quantity !== undefined && Number.isFinite(quantity.value) ? quantity : undefined;
  }

  private sortByColumn(): void {
    const { cellColumns, cellValues, records, rowStarts } = this.gathered;
    for (const column of cellColumns) this.columnStarts[column + 1]++;
    for (let i = 0; i < this.columns.length; i++) this.columnStarts[i + 1] += this.columnStarts[i];
    const next = this.columnStarts.slice();
    for (let row = 0; row < records.length; row++) {
      for (let cell = rowStarts[row]; cell < rowStarts[row + 1]; cell++) {
        const at = next[cellColumns[cell]]++;
        this.recordsByColumn[at] = records[row];
        this.valuesByColumn[at] = cellValues[cell];
      }
    }
  }
}

/** Up to 15 digits are exact in a double. */
const mostDigits = 15;

/** The commonest numbers, digits alone, without making a string. */
function decimalOf(bytes: Uint8Array): number | undefined {
  if (bytes.length === 0 || bytes.length > mostDigits) return undefined;
  let value = 0;
  for (const byte of bytes) {
    if (byte < 0x30 || byte > 0x39) return undefined;
    value = value * 10 + byte - 0x30;
  }
  return value;
}
