import type { ValueId } from '../features/values/value-pool';
import type { ValueTable } from '../features/values/value-table';
import type { RecordIndex } from '../model/units';
import { leastCount } from './difference';
import { pooledCorrelation } from './history';
import type { ItemCount } from './item-history';
import { Opportunity } from './opportunity';
import { Part } from './part-runs';
import type { RowParts } from './row-parts';
import { noWindow } from './time-regions';
import type { ValueGroup } from './value-groups';

/** A value of a group, where it stands often enough to differ. */
export interface ValueItem {
  readonly value: ValueId;
  readonly count: ItemCount;
  /** Rows of the table that have it, in order of records within a column. */
  readonly rows: Uint32Array;
}

export interface CountedGroup {
  /** Rows that have any value of it. */
  readonly opportunity: Opportunity;
  /** Those rows. */
  readonly rows: Uint32Array;
  readonly items: readonly ValueItem[];
}

/** Counts the values of one group after another; nothing of a group is kept by it. */
export class ValueCounts {
  /** Scratch: by value, how many cells; by window, how many rows. */
  private readonly cellsOfValue: Uint32Array;
  private readonly inWindow: Uint32Array;

  constructor(
    private readonly table: ValueTable,
    private readonly rows: RowParts,
    windowCount: number,
  ) {
    this.cellsOfValue = new Uint32Array(table.valueCount);
    this.inWindow = new Uint32Array(windowCount);
  }

  count(group: ValueGroup): CountedGroup {
    const cells = this.cellsOf(group);
    const opportunity = this.opportunityOf(cells.rows);
    // Nothing of a group that hardly stands in focus, or not at all elsewhere, can differ.
    const items = opportunity.focus < leastCount || opportunity.against === 0 ? [] : this.itemsOf(cells);
    opportunity.pooledCorrelation = pooledCorrelation(
      items.map(({ count }) => count),
      opportunity,
    );
    return { opportunity, rows: cells.rows, items };
  }

  private cellsOf({ columns }: ValueGroup): Cells {
    const { table } = this;
    const length = columns.reduce((sum, column) => sum + table.recordsIn(column).length, 0);
    const cells = { rows: new Uint32Array(length), values: new Uint32Array(length) };
    let at = 0;
    for (const column of columns) {
      const values = table.valuesIn(column);
      for (const [i, record] of table.recordsIn(column).entries()) {
        cells.rows[at] = table.rowOf(record as RecordIndex);
        cells.values[at++] = values[i];
      }
    }
    return cells;
  }

  private opportunityOf(rows: Uint32Array): Opportunity {
    const byWindow = new Uint32Array(this.inWindow.length);
    const { focus, against } = this.tally(rows, (window) => byWindow[window]++);
    return new Opportunity(focus, against, byWindow);
  }

  /** Values that stand fewer times in all are left out: they could not differ. */
  private itemsOf(cells: Cells): ValueItem[] {
    const { cellsOfValue } = this;
    for (const value of cells.values) cellsOfValue[value]++;
    const kept = new Map<number, { rows: Uint32Array; filled: number }>();
    for (const [i, value] of cells.values.entries()) {
      if (cellsOfValue[value] < leastCount) continue;
      const own = kept.get(value) ?? { rows: new Uint32Array(cellsOfValue[value]), filled: 0 };
      if (own.filled === 0) kept.set(value, own);
      own.rows[own.filled++] = cells.rows[i];
    }
    for (const value of cells.values) cellsOfValue[value] = 0;
    return Array.from(kept, ([value, { rows }]) => ({
      value: value as ValueId,
      count: this.countOf(rows),
      rows,
    }));
  }

  private countOf(rows: Uint32Array): ItemCount {
    const { inWindow } = this;
    const windows: number[] = [];
    const sums = this.tally(rows, (window) => {
      if (inWindow[window]++ === 0) windows.push(window);
    });
    const counts = windows.map((window) => inWindow[window]);
    for (const window of windows) inWindow[window] = 0;
    return { ...sums, windows, counts };
  }

  private tally(
    rows: Uint32Array,
    hearWindow: (window: number) => void,
  ): { readonly focus: number; readonly against: number } {
    const { parts, windows } = this.rows;
    const sums = [0, 0, 0];
    for (const row of rows) {
      sums[parts[row]]++;
      if (windows[row] !== noWindow) hearWindow(windows[row]);
    }
    return { focus: sums[Part.focus], against: sums[Part.against] };
  }
}

interface Cells {
  readonly rows: Uint32Array;
  readonly values: Uint32Array;
}
