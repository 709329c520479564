import type { ValueColumn } from '../../features/values/value-columns';
import type { ValueId } from '../../features/values/value-pool';
import type { ValueTable } from '../../features/values/value-table';
import type { SourceRow } from '../../model/record-table';
import type { QuantityUnit } from '../../templates/quantity';

/** One column of the value table, the baseline's records first. */
export interface ColumnCells {
  readonly records: ArrayLike<number>;
  readonly values: ArrayLike<ValueId>;
  /** Of these the first are a baseline's. */
  readonly known: number;
}

/** Of this part of a column at least the values must be numbers of one unit. */
const numbersPart = 0.95;

/** Sources are numbered in the order they were opened, and baselines may be among the last. */
export function cellsOf(table: ValueTable, column: ValueColumn, sources: readonly SourceRow[]): ColumnCells {
  const records = table.recordsIn(column.id);
  const values = table.valuesIn(column.id);
  if (sources.every(({ role }) => role === 'log')) return { records, values, known: 0 };
  const order: number[] = [];
  const known = placesIn(records, sources, 'baseline', order);
  placesIn(records, sources, 'log', order);
  return {
    records: Uint32Array.from(order, (i) => records[i]),
    values: order.map((i) => values[i]),
    known,
  };
}

/** Adds the places of records of sources with the role; gives how many there are then. */
function placesIn(
  records: Uint32Array,
  sources: readonly SourceRow[],
  role: SourceRow['role'],
  order: number[],
): number {
  let source = 0;
  for (let i = 0; i < records.length; i++) {
    while (records[i] >= sources[source].firstRecord + sources[source].records) source++;
    if (sources[source].role === role) order.push(i);
  }
  return order.length;
}

/** Values as numbers, read once for all columns. */
export class NumbersOfValues {
  private readonly numbers: Float64Array;
  private readonly units: QuantityUnit[] = [];
  private readonly isRead: Uint8Array;

  constructor(private readonly table: ValueTable) {
    this.numbers = new Float64Array(table.valueCount);
    this.isRead = new Uint8Array(table.valueCount);
  }

  /** The column's values as numbers of its commonest unit, NaN for the others; undefined where the others are too many. */
  of({ values }: ColumnCells, column: ValueColumn): Float64Array | undefined {
    const numbers = new Float64Array(values.length);
    let unit: QuantityUnit | undefined;
    let others = 0;
    for (let i = 0; i < values.length; i++) {
      const number = this.read(values[i], column);
      const isOther = Number.isNaN(number) || (unit !== undefined && this.units[values[i]] !== unit);
      if (isOther && ++others > values.length * (1 - numbersPart)) return undefined;
      if (!isOther) unit = this.units[values[i]];
      numbers[i] = isOther ? Number.NaN : number;
    }
    return numbers;
  }

  private read(value: ValueId, column: ValueColumn): number {
    if (this.isRead[value] === 0) {
      const quantity = this.table.quantity(value, column);
      this.isRead[value] = 1;
      this.numbers[value] = quantity?.value ?? Number.NaN;
      this.units[value] = quantity?.unit ?? null;
    }
    return this.numbers[value];
  }
}
