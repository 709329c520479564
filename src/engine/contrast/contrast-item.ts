import type { ColumnCounts } from './column-counts';
import type { CountedItem } from './family';
import type { ItemCounts } from './item-counts';
import type { Opportunity } from './opportunity';
import type { CountedGroup, ValueCounts, ValueItem } from './value-counts';
import type { ValueGroup } from './value-groups';

/** What is compared. */
export type ContrastItem = ColumnItem | ValueOfGroup;

export interface ColumnItem {
  readonly kind: 'level' | 'template' | 'component';
  /** Number of the level, the template or the component. */
  readonly id: number;
}

export interface ValueOfGroup {
  readonly kind: 'value';
  readonly group: CountedGroup;
  readonly value: ValueItem;
  /** The first records that have it, in focus and against, where all were read. */
  readonly first: readonly [focus: number, against: number] | null;
}

/** Number 0 of a level or a component is "none". */
const firstNamed = 1;

/** Levels, templates and components, each a family of its own. */
export function columnFamilies(counts: ColumnCounts): Iterable<CountedItem<ContrastItem>>[] {
  const { levels, templates, components, opportunity } = counts;
  return [
    itemsOf('level', levels, opportunity, firstNamed),
    itemsOf('template', templates, opportunity, 0),
    itemsOf('component', components, opportunity, firstNamed),
  ];
}

function* itemsOf(
  kind: ColumnItem['kind'],
  counts: ItemCounts,
  opportunity: Opportunity,
  first: number,
): Generator<CountedItem<ContrastItem>, void> {
  for (let id = first; id < counts.length; id++) {
    const count = counts.countOf(id);
    if (count.windows.length + count.focus + count.against === 0) continue;
    yield { item: { kind, id }, count, opportunity };
  }
}

/** Values of groups that have enough in focus to differ at all. */
export function* valueFamily(
  groups: readonly ValueGroup[],
  counts: ValueCounts,
): Generator<CountedItem<ValueOfGroup>, void> {
  for (const each of groups) {
    const group = counts.count(each);
    const { opportunity, items } = group;
    for (const value of items)
      yield { item: { kind: 'value', group, value, first: null }, count: value.count, opportunity };
  }
}
