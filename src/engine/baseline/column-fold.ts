import type { KnownColumn, KnownNumbers } from './baseline-model';
import { addedCounts } from './count-lists';

/** As the parameter detector: columns with more kinds are names or ids. */
export const mostKinds = 64;

type ColumnPlace = Pick<KnownColumn, 'kind' | 'name' | 'type' | 'ordinal'>;

/** Tells the places of a template's values from each other, in whatever session. */
export function placeKey(template: number, { kind, name, type, ordinal }: ColumnPlace): string {
  return `${template} ${kind} ${type ?? ''} ${ordinal} ${name}`;
}

/** What both know of one place. Of values that are no set, or no numbers of one unit, in one of them, they are none in both. */
export function foldedColumn(one: KnownColumn, other: KnownColumn): KnownColumn {
  return {
    ...one,
    count: one.count + other.count,
    set: foldedSet(one.set, other.set),
    numbers: foldedNumbers(one.numbers, other.numbers),
  };
}

function foldedSet(one: KnownColumn['set'], other: KnownColumn['set']): KnownColumn['set'] {
  if (one === null || other === null) return null;
  const all = addedCounts([...one, ...other]);
  return all.length > mostKinds ? null : all;
}

function foldedNumbers(one: KnownNumbers | null, other: KnownNumbers | null): KnownNumbers | null {
  if (one === null || other === null || one.unit !== other.unit) return null;
  return { unit: one.unit, bins: addedCounts([...one.bins, ...other.bins]) };
}
