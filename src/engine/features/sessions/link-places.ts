import type { ParameterType } from '../../model/analysis';
import type { RecordTable } from '../../model/record-table';
import type { PlaceId, ValueColumn } from '../values/value-columns';
import type { ValueId } from '../values/value-pool';
import type { ValueTable } from '../values/value-table';
import { tellsTime } from './time-places';

/** What measures, dates or names a thing links no lines: two lines that took 31 ms have nothing to do with each other. */
const unlinking: ReadonlySet<ParameterType | undefined> = new Set<ParameterType>([
  'duration',
  'size',
  'time',
  'path',
  'url',
  'quoted',
  'ip',
  'email',
]);

/** Places with fewer distinct values tell kinds apart, not sessions. */
const fewestValues = 3;
/** Values that stand at more places are numbers of all sorts. */
const mostPlacesOfValue = 16;
/** Two places hold the same ids where so many of the smaller one's values stand at the other too. */
const sharedPart = 0.5;

/** Places that hold values of one kind of id, with all columns of theirs. */
export interface LinkFamily {
  readonly columns: readonly ValueColumn[];
  /** Of all columns. */
  readonly cells: number;
  /** What most of its cells are called; '' where they have no name. */
  readonly name: string;
}

/** Groups the places whose values could link lines: by the values they share, and by how ids of one kind begin. */
export function linkFamilies(table: ValueTable, records: RecordTable): LinkFamily[] {
  const places = candidatePlaces(table, records);
  const parents = joinPlaces(table, places);
  const families = new Map<PlaceId, ValueColumn[]>();
  for (const [place, columns] of places) append(families, rootOf(parents, place), columns);
  const kinds = new Map<string, ValueColumn[]>();
  for (const [root, columns] of families)
    append(kinds, sharedBeginning(table, columns) ?? `${root}`, columns);
  return [...kinds.values()].map((columns) => familyOf(table, columns));
}

/** Those that a person named, as one family; none where nothing is called so. */
export function namedFamily(table: ValueTable, name: string): LinkFamily[] {
  const columns = table.columns.filter((column) => column.name === name);
  return columns.length === 0 ? [] : [familyOf(table, columns)];
}

function familyOf(table: ValueTable, columns: readonly ValueColumn[]): LinkFamily {
  const cells = columns.reduce((sum, { id }) => sum + table.recordsIn(id).length, 0);
  return { columns, cells, name: nameOf(table, columns) };
}

function append<Key>(lists: Map<Key, ValueColumn[]>, key: Key, more: readonly ValueColumn[]): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [...more]);
  else for (const column of more) list.push(column);
}

/** Letters that say what an id is, and what parts them from it: `req-`, `blk_`. */
const telling = /^[A-Za-z]{2,}[-_:.]/;

/** How all values of the columns begin, where that names their kind. */
function sharedBeginning(table: ValueTable, columns: readonly ValueColumn[]): string | undefined {
  const [first] = table.valuesIn(columns[0].id);
  const beginning = telling.exec(table.text(first))?.[0];
  if (beginning === undefined) return undefined;
  const bytes = new TextEncoder().encode(beginning);
  const begins = (value: ValueId) => table.beginsWith(value, bytes);
  return columns.every(({ id }) => [...table.valuesIn(id)].every(begins)) ? beginning : undefined;
}

/** By place, in order of first appearance. */
function candidatePlaces(table: ValueTable, records: RecordTable): Map<PlaceId, ValueColumn[]> {
  const places = new Map<PlaceId, ValueColumn[]>();
  for (const column of table.columns) {
    if (unlinking.has(column.type)) continue;
    const columns = places.get(column.place);
    if (columns === undefined) places.set(column.place, [column]);
    else columns.push(column);
  }
  for (const [place, columns] of places) if (tellsTime(table, columns, records)) places.delete(place);
  return places;
}

/** Union-find over places, by pairs of them that share enough of their values. */
function joinPlaces(
  table: ValueTable,
  places: ReadonlyMap<PlaceId, readonly ValueColumn[]>,
): Map<PlaceId, PlaceId> {
  const { values, owners, distinct } = distinctPairs(table, places);
  const parents = new Map<PlaceId, PlaceId>();
  for (const [a, row] of sharedValues(table.valueCount, values, owners)) {
    for (const [b, shared] of row) {
      const smaller = Math.min(distinct.get(a) ?? 0, distinct.get(b) ?? 0);
      if (smaller >= fewestValues && shared >= smaller * sharedPart)
        parents.set(rootOf(parents, b), rootOf(parents, a));
    }
  }
  return parents;
}

interface DistinctPairs {
  /** Each value once for each place it stands at … */
  readonly values: readonly number[];
  /** … and the place. */
  readonly owners: readonly PlaceId[];
  readonly distinct: ReadonlyMap<PlaceId, number>;
}

function distinctPairs(
  table: ValueTable,
  places: ReadonlyMap<PlaceId, readonly ValueColumn[]>,
): DistinctPairs {
  const values: number[] = [];
  const owners: PlaceId[] = [];
  const distinct = new Map<PlaceId, number>();
  const lastOwner = new Int32Array(table.valueCount).fill(-1);
  for (const [place, columns] of places) {
    const before = values.length;
    for (const { id } of columns) {
      for (const value of table.valuesIn(id)) {
        if (lastOwner[value] === place) continue;
        lastOwner[value] = place;
        values.push(value);
        owners.push(place);
      }
    }
    distinct.set(place, values.length - before);
  }
  return { values, owners, distinct };
}

/** How many values two places share. Most values stand at one place alone and cost two look-ups. */
function sharedValues(
  valueCount: number,
  values: readonly number[],
  owners: readonly PlaceId[],
): Map<PlaceId, Map<PlaceId, number>> {
  const times = new Uint32Array(valueCount);
  for (const value of values) times[value]++;
  const before = new Map<number, PlaceId[]>();
  const counts = new Map<PlaceId, Map<PlaceId, number>>();
  for (const [i, value] of values.entries()) {
    if (times[value] < 2 || times[value] > mostPlacesOfValue) continue;
    const known = before.get(value) ?? [];
    for (const place of known) countPair(counts, place, owners[i]);
    known.push(owners[i]);
    before.set(value, known);
  }
  return counts;
}

function countPair(counts: Map<PlaceId, Map<PlaceId, number>>, a: PlaceId, b: PlaceId): void {
  const row = counts.get(a) ?? new Map<PlaceId, number>();
  counts.set(a, row.set(b, (row.get(b) ?? 0) + 1));
}

function rootOf(parents: ReadonlyMap<PlaceId, PlaceId>, place: PlaceId): PlaceId {
  let root = place;
  for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root))
    root = next;
  return root;
}

function nameOf(table: ValueTable, columns: readonly ValueColumn[]): string {
  const cells = new Map<string, number>();
  for (const { id, name } of columns)
    if (name !== '') cells.set(name, (cells.get(name) ?? 0) + table.recordsIn(id).length);
  return [...cells].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0];
}
