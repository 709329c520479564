import type { ValueColumn } from '../features/values/value-columns';
import type { ValueId } from '../features/values/value-pool';
import type { ValueTable } from '../features/values/value-table';
import type { SourceRow } from '../model/record-table';
import { textHash } from '../templates/text-hash';
import type { KnownColumn, KnownNumbers } from './baseline-model';
import { mostKinds } from './column-fold';
import { addedCounts } from './count-lists';
import { binOfNumber } from './number-bins';
import { type PlacedColumn, placedColumns } from './value-places';

const columnsAStep = 64;
/** Of a place's values so many must be numbers of one unit, as for the parameter detector. */
const numbersPart = 0.95;

/** What one source has at the places of its values; yields now and then. */
export function* learnValues(
  table: ValueTable,
  { firstRecord, records }: SourceRow,
): Generator<void, KnownColumn[]> {
  const columns: KnownColumn[] = [];
  const placed = placedColumns(table.columns);
  for (const [id, place] of placed) {
    const at = table.recordsIn(place.column.id);
    const values = [...table.valuesIn(place.column.id)].filter(
      (_, i) => at[i] >= firstRecord && at[i] < firstRecord + records,
    );
    if (values.length > 0) columns.push(columnOf(table, place, values));
    if (id % columnsAStep === 0) yield;
  }
  return columns;
}

function columnOf(
  table: ValueTable,
  { column, kind, ordinal }: PlacedColumn,
  values: readonly ValueId[],
): KnownColumn {
  const { template: message, name, type = null } = column;
  return {
    message,
    kind,
    name,
    type,
    ordinal,
    count: values.length,
    set: setOf(table, values),
    numbers: numbersOf(table, column, values),
  };
}

function setOf(table: ValueTable, values: readonly ValueId[]): KnownColumn['set'] {
  const counts = new Map<ValueId, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > mostKinds) return null;
  }
  return addedCounts([...counts].map(([value, count]) => [hashOfValue(table.text(value)), count] as const));
}

/** 48 bits: a value is known again, and is not read off the file. */
export function hashOfValue(text: string): string {
  const { hi, lo } = textHash(text);
  return (hi * 0x10000 + (lo >>> 16)).toString(16).padStart(12, '0');
}

function numbersOf(table: ValueTable, column: ValueColumn, values: readonly ValueId[]): KnownNumbers | null {
  const quantities = values.map((value) => table.quantity(value, column));
  const unit = quantities.find((quantity) => quantity !== undefined)?.unit;
  if (unit === undefined) return null;
  const numbers = quantities.filter((quantity) => quantity?.unit === unit);
  if (numbers.length < values.length * numbersPart) return null;
  return {
    unit,
    bins: addedCounts(numbers.map((quantity) => [binOfNumber(quantity?.value ?? 0), 1] as const)),
  };
}
