import type { ValueId } from '../features/values/value-pool';
import type { ValueTable } from '../features/values/value-table';
import { leastCount } from './difference';
import { pooledCorrelation } from './history';
import type { ItemCount } from './item-history';
import { Opportunity } from './opportunity';
import { Part } from './part-runs';
import type { RowParts } from './row-parts';
import { noWindow } from './time-regions';

/** A value among the records of a scope: of those that have such a field, how many have it. */
export interface ScopedValue {
  /** Index of its group. */
  readonly group: number;
  readonly value: ValueId;
  readonly count: ItemCount;
  readonly opportunity: Opportunity;
  readonly rows: Uint32Array;
  /** Rows of the scope that have such a field. */
  readonly of: Uint32Array;
}

const noGroup = -1;

/** Counts values among rows of a table that have something in common. */
export class ScopedValues {
  constructor(
    private readonly table: ValueTable,
    private readonly parts: RowParts,
    /** By column, or -1. */
    private readonly groupOfColumn: Int32Array,
    private readonly windowCount: number,
  ) {}

  /** Those that stand often enough in the scope to differ; `rows` ascending. */
  within(rows: Uint32Array): ScopedValue[] {
    const groups = this.gather(rows);
    return [...groups].flatMap(([group, { of, values }]) => {
      const opportunity = this.opportunityOf(of);
      if (opportunity.focus < leastCount) return [];
      const counted = [...values]
        .filter(([, own]) => own.length >= leastCount)
        .map(([value, own]) => ({ value: value as ValueId, own, count: this.countOf(own) }));
      opportunity.pooledCorrelation = pooledCorrelation(
        counted.map(({ count }) => count),
        opportunity,
      );
      return counted.map(({ value, own, count }) => ({
        ...{ group, value, count, opportunity },
        ...{ rows: Uint32Array.from(own), of: Uint32Array.from(of) },
      }));
    });
  }

  private gather(rows: Uint32Array): Map<number, ScopedGroup> {
    const { table, groupOfColumn } = this;
    const groups = new Map<number, ScopedGroup>();
    for (const row of rows) {
      for (let cell = table.firstCell(row); cell < table.firstCell(row + 1); cell++) {
        const group = groupOfColumn[table.columnAt(cell)];
        if (group !== noGroup) addCell(groups, group, row, table.valueAt(cell));
      }
    }
    return groups;
  }

  private opportunityOf(rows: readonly number[]): Opportunity {
    const byWindow = new Uint32Array(this.windowCount);
    const sums = this.tally(rows, (window) => byWindow[window]++);
    return new Opportunity(sums.focus, sums.against, byWindow);
  }

  private countOf(rows: readonly number[]): ItemCount {
    const inWindow = new Map<number, number>();
    const sums = this.tally(rows, (window) => inWindow.set(window, (inWindow.get(window) ?? 0) + 1));
    return { ...sums, windows: [...inWindow.keys()], counts: [...inWindow.values()] };
  }

  private tally(rows: readonly number[], hear: (window: number) => void) {
    const { parts, windows } = this.parts;
    const sums = [0, 0, 0];
    for (const row of rows) {
      sums[parts[row]]++;
      if (windows[row] !== noWindow) hear(windows[row]);
    }
    return { focus: sums[Part.focus], against: sums[Part.against] };
  }
}

interface ScopedGroup {
  readonly of: number[];
  readonly values: Map<number, number[]>;
}

function addCell(groups: Map<number, ScopedGroup>, group: number, row: number, value: number): void {
  let own = groups.get(group);
  if (own === undefined) {
    own = { of: [], values: new Map() };
    groups.set(group, own);
  }
  if (own.of.at(-1) !== row) own.of.push(row);
  const rows = own.values.get(value);
  if (rows === undefined) own.values.set(value, [row]);
  else if (rows.at(-1) !== row) rows.push(row);
}
