import type { RowLabel, TemplateColumns } from '../../../src/protocol/dashboard';
import type { TemplateCounts } from '../../../src/protocol/log-shape';
import type { TemplateId, TimeRange } from '../terms';
import { secondsOf } from '../time-words';

export const sortKeys = ['title', 'count', 'level', 'rarity', 'first', 'last'] as const;
export type SortKey = (typeof sortKeys)[number];

/** Which templates are listed, and in which order. */
export interface Listing {
  readonly sort: SortKey;
  readonly isDescending: boolean;
  /** Anywhere in the title, upper and lower case alike; '' finds all. */
  readonly search: string;
  /** Index of a level; 0 is all of them. */
  readonly atLeast: number;
  /** Those first seen in the range; without a range it says nothing. */
  readonly onlyNew: boolean;
}

export const usualListing: Listing = {
  sort: 'count',
  isDescending: true,
  search: '',
  atLeast: 0,
  onlyNew: false,
};

/** The templates of a log as a table shows them: in all, or within a range. Rows are indexes into the columns. */
export class TemplateList {
  /** Records by row: in the range where there is one. */
  readonly counts: Uint32Array;
  /** Records in all of them. */
  readonly records: number;
  private titles: readonly string[] | undefined;
  private ranks: Uint32Array | undefined;

  constructor(
    readonly columns: TemplateColumns,
    private readonly range: TimeRange | null,
    inRange: TemplateCounts | null,
  ) {
    this.counts = inRange ? countsByRow(columns, inRange) : columns.counts;
    this.records = inRange?.records ?? columns.counts.reduce((sum, count) => sum + count, 0);
  }

  get size(): number {
    return this.columns.ids.length;
  }

  idOf(row: number): TemplateId {
    return this.columns.ids[row] as TemplateId;
  }

  rowOf(id: number): number {
    return this.columns.ids.indexOf(id);
  }

  shareOf(row: number): number {
    return this.records === 0 ? 0 : this.counts[row] / this.records;
  }

  /** What holds for the template; null where nobody said anything, and where labels disagree. */
  labelOf(row: number): RowLabel | null {
    const { labels, said } = this.columns;
    return said[labels[row] - 1] ?? null;
  }

  /** Its first record lies in the range. */
  isNew(row: number): boolean {
    if (!this.range) return false;
    const { from, until } = this.range;
    const first = this.columns.firstSeconds[row];
    return (from === null || first >= secondsOf(from)) && (until === null || first <= secondsOf(until));
  }

  /** Those with records, in the listing's order; equal ones as the log has them. */
  rows({ sort, isDescending, search, atLeast, onlyNew }: Listing): Uint32Array {
    const wanted = search.trim().toLowerCase();
    const { levels } = this.columns;
    const isListed = (row: number) =>
      this.counts[row] > 0 &&
      levels[row] >= atLeast &&
      (!(onlyNew && this.range) || this.isNew(row)) &&
      (wanted === '' || this.lowerTitles[row].includes(wanted));
    const rows = Uint32Array.from({ length: this.size }, (_, row) => row).filter(isListed);
    const values = this.valuesOf(sort);
    const sign = isDescending ? -1 : 1;
    return rows.sort((a, b) => sign * (values[a] - values[b]) || a - b);
  }

  private valuesOf(sort: SortKey): ArrayLike<number> {
    const { levels, rarity, firstLines, lastLines } = this.columns;
    switch (sort) {
      case 'title':
        return this.titleRanks;
      case 'count':
        return this.counts;
      case 'level':
        return levels;
      case 'rarity':
        return rarity;
      case 'first':
        return firstLines;
      case 'last':
        return lastLines;
    }
  }

  /** Where each stands in the alphabet: compared as texts once, as numbers from then on. */
  private get titleRanks(): Uint32Array {
    if (this.ranks) return this.ranks;
    const titles = this.lowerTitles;
    const order = Uint32Array.from({ length: this.size }, (_, row) => row);
    order.sort((a, b) => (titles[a] < titles[b] ? -1 : Number(titles[a] > titles[b])));
    this.ranks = new Uint32Array(this.size);
    let rank = 0;
    for (const [place, row] of order.entries()) {
      if (place > 0 && titles[row] !== titles[order[place - 1]]) rank = place;
      this.ranks[row] = rank;
    }
    return this.ranks;
  }

  private get lowerTitles(): readonly string[] {
    this.titles ??= this.columns.titles.map((title) => title.toLowerCase());
    return this.titles;
  }
}

function countsByRow({ ids }: TemplateColumns, { ids: counted, counts }: TemplateCounts): Uint32Array {
  const byId = new Map<number, number>();
  for (const [i, id] of counted.entries()) byId.set(id, counts[i]);
  return ids.map((id) => byId.get(id) ?? 0);
}
