import type { KnownColumn } from '../../baseline/baseline-model';
import type { BaselinePrior } from '../../baseline/baseline-prior';
import { mostKinds } from '../../baseline/column-fold';
import { addedCounts } from '../../baseline/count-lists';
import { hashOfValue } from '../../baseline/learn-values';
import { binOfNumber, numberOfBin } from '../../baseline/number-bins';
import { placedColumns } from '../../baseline/value-places';
import type { ColumnId, ValueColumn } from '../../features/values/value-columns';
import type { ValueTable } from '../../features/values/value-table';
import type { PriorKinds } from './closed-set';
import type { ColumnCells } from './column-cells';
import { mostSorted, type NumberSpread, spreadOfSorted } from './tail-fit';

/** What a learned baseline knows of a session's columns. */
export function knownColumns(
  table: ValueTable,
  prior: BaselinePrior | undefined,
): (column: ColumnId) => KnownColumn | undefined {
  if (prior === undefined) return () => undefined;
  const placed = placedColumns(table.columns);
  return (column) => {
    const key = placed.get(column)?.key;
    return key === undefined ? undefined : prior.column(key);
  };
}

/** A known set of values, as far as the column has them again; undefined where its own values are no set. */
export function priorKinds(
  set: readonly (readonly [string, number])[],
  table: ValueTable,
  { values }: ColumnCells,
): PriorKinds | undefined {
  const known = new Map(set);
  const counts = new Map<number, number>();
  const seen = new Set<number>();
  for (let i = 0; i < values.length; i++) {
    if (seen.has(values[i])) continue;
    if (seen.add(values[i]).size > mostKinds) return undefined;
    const hash = hashOfValue(table.text(values[i]));
    const count = known.get(hash);
    if (count !== undefined) counts.set(values[i], count);
    known.delete(hash);
  }
  const singles = [...known.values()].filter((count) => count === 1).length;
  return { counts, total: set.reduce((sum, [, count]) => sum + count, 0), kinds: set.length, singles };
}

/** The spread of known numbers and of those that the baselines read beside them have; `numbers` must then be `binned`. */
export function priorSpread(
  known: NonNullable<KnownColumn['numbers']>,
  read: Float64Array,
): NumberSpread | undefined {
  const further = [...read].filter((value) => !Number.isNaN(value));
  const bins = addedCounts([...known.bins, ...further.map((value) => [binOfNumber(value), 1] as const)]);
  const count = bins.reduce((sum, [, each]) => sum + each, 0);
  const sorted = new Float64Array(Math.min(count, mostSorted));
  let at = 0;
  let below = 0;
  for (const [bin, each] of bins) {
    below += each;
    const end = Math.round((below / count) * sorted.length);
    sorted.fill(numberOfBin(bin), at, end);
    at = Math.max(at, end);
  }
  return spreadOfSorted(sorted, count);
}

/** As a model keeps them: equal numbers stay equal to those they are held against. */
export function binned(numbers: Float64Array): Float64Array {
  return numbers.map((value) => (Number.isNaN(value) ? value : numberOfBin(binOfNumber(value))));
}

/** Whether the column's own numbers are of the unit that is known. */
export function hasUnit(
  { unit }: NonNullable<KnownColumn['numbers']>,
  column: ValueColumn,
  table: ValueTable,
  { values }: ColumnCells,
): boolean {
  for (let i = 0; i < values.length; i++) {
    const quantity = table.quantity(values[i], column);
    if (quantity !== undefined) return quantity.unit === unit;
  }
  return false;
}
