/** More of them are measured anew: nobody scrolls back through so many. */
const mostKept = 20_000;

/** Heights of wrapped rows: measured ones, and an estimate of the others from their text, which a typeface of one width nearly makes exact. */
export class RowHeights {
  private readonly measured = new Map<number, number>();
  rowHeight = 20;
  /** Characters in a line of the view. */
  columns = 80;

  constructor(private readonly lengthOf: (row: number) => number | undefined) {}

  of(row: number): number {
    return this.measured.get(row) ?? this.estimate(row);
  }

  private estimate(row: number): number {
    const length = this.lengthOf(row) ?? 0;
    return Math.max(1, Math.ceil(length / Math.max(1, this.columns))) * this.rowHeight;
  }

  isKnown(row: number): boolean {
    return this.measured.has(row);
  }

  keep(row: number, height: number): void {
    if (this.measured.size >= mostKept) this.measured.clear();
    this.measured.set(row, height);
  }

  clear(): void {
    this.measured.clear();
  }
}
