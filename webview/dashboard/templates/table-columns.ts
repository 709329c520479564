import { tell } from '../../shared/tell';
import type { SortKey } from './template-list';

/** The table's columns from left to right. */
export const columnIds = [
  'title',
  'count',
  'share',
  'trend',
  'level',
  'rarity',
  'first',
  'last',
  'actions',
] as const;
export type ColumnId = (typeof columnIds)[number];

export function columnTitle(id: ColumnId): string {
  switch (id) {
    case 'title':
      return tell('Template');
    case 'count':
      return tell('Count');
    case 'share':
      return tell('Share');
    case 'trend':
      return tell('Over time');
    case 'level':
      return tell('Level');
    case 'rarity':
      return tell('Rarity');
    case 'first':
      return tell('First seen');
    case 'last':
      return tell('Last seen');
    case 'actions':
      return tell('Actions');
  }
}

/** What is looked for first: much of a number, the beginning of a text and of time. */
const beginsDescending: Readonly<Record<SortKey, boolean>> = {
  title: false,
  count: true,
  level: true,
  rarity: true,
  first: false,
  last: true,
};

/** By the other end where it is sorted by the column already. */
export function nextDirection(
  key: SortKey,
  sorted: { readonly sort: SortKey; readonly isDescending: boolean },
): boolean {
  return key === sorted.sort ? !sorted.isDescending : beginsDescending[key];
}
