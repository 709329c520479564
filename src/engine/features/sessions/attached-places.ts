import type { PlaceId } from '../values/value-columns';
import type { ValueTable } from '../values/value-table';
import type { LinkFamily } from './link-places';

/** A rare kind of line has too few values to be compared; they must then nearly all be ids that the family knows. */
const knownPart = 0.8;
/** Shorter values are known by chance. */
const shortestBytes = 4;

/** The family's columns, and those of places whose values are ids of it: the rare lines are those one wants to see beside the others. */
export function attached(table: ValueTable, family: LinkFamily): ReadonlySet<number> {
  const known = new Uint8Array(table.valueCount);
  const columns = new Set<number>();
  for (const { id } of family.columns) {
    columns.add(id);
    for (const value of table.valuesIn(id)) known[value] = 1;
  }
  const own = new Set<PlaceId>(family.columns.map(({ place }) => place));
  for (const { id, place } of table.columns) {
    if (own.has(place)) continue;
    const values = table.valuesIn(id);
    let found = 0;
    for (const value of values) if (known[value] === 1 && table.bytesIn(value) >= shortestBytes) found++;
    if (found > 0 && found >= values.length * knownPart) columns.add(id);
  }
  return columns;
}
