import type { ValueId } from '../features/values/value-pool';
import { type ColumnCounts, type ColumnKind, columnKinds } from './column-counts';
import type { CountedItem } from './family';
import type { ValueCounts } from './value-counts';
import type { ValueGroup } from './value-groups';

/** What is compared. */
export type ContrastItem = ColumnItem | ValueOfGroup;

export interface ColumnItem {
  readonly kind: ColumnKind;
  /** Number of the level, the template or the component. */
  readonly id: number;
}

export interface ValueOfGroup {
  readonly kind: 'value';
  readonly group: ValueGroup;
  readonly value: ValueId;
  /** Of the records looked at those that have it, and those that have any value of the group. */
  readonly rows: Uint32Array;
  readonly of: Uint32Array;
  /** What the records it was counted among have in common; null: that they have such a field. */
  readonly within: ContrastItem | null;
  /** The first records that have it, in focus and against, where all were read. */
  readonly first: readonly [focus: number, against: number] | null;
}

/** Number 0 of a level or a component is "none". */
const firstNamed = 1;

/** Levels, templates and components, each a family of its own. */
export function columnFamilies(counts: ColumnCounts): Iterable<CountedItem<ContrastItem>>[] {
  return columnKinds.map((kind) => itemsOf(kind, counts));
}

function* itemsOf(
  kind: ColumnKind,
  { items, opportunity }: ColumnCounts,
): Generator<CountedItem<ContrastItem>, void> {
  for (const [id, count] of items[kind].entries()) {
    const isNamed = kind === 'template' || id >= firstNamed;
    if (isNamed) yield { item: { kind, id }, count, opportunity };
  }
}

/** Values of a group, none where it hardly stands in focus. */
export function itemsOfGroup(group: ValueGroup, counts: ValueCounts): CountedItem<ValueOfGroup>[] {
  const { opportunity, items, rows: of } = counts.count(group);
  return items.map(({ value, count, rows }) => ({
    item: { kind: 'value', group, value, rows, of, within: null, first: null },
    count,
    opportunity,
  }));
}
