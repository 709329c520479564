import type { PageRequest, PageRow, Row } from '../../../src/protocol/log-lines';

/** Before and behind what is seen: more would only make the message longer that it waits for. */
const margin = 100;

/**
 * Rows of a place whose lines are not counted yet. Where a page of it begins is an estimate that gets better as lines are counted, so pages
 * asked for one after the other would not fit together: all that is seen comes from one.
 */
export class GuessedRows {
  private first = 0;
  private rows: readonly PageRow[] = [];

  get(row: number): PageRow | undefined {
    return this.rows[row - this.first];
  }

  covers(first: number, last: number): boolean {
    return first >= this.first && last < this.first + this.rows.length;
  }

  clear(): void {
    this.rows = [];
  }

  /** What to ask for. Near the end it is the end that must be right. */
  static request(first: number, last: number, total: number): PageRequest {
    const isEnd = last + margin >= total;
    if (isEnd) return { start: { kind: 'end' }, before: last - first + 2 * margin, rows: 1 };
    const row = Math.max(0, first - margin) as Row;
    return { start: { kind: 'row', row }, before: 0, rows: last - row + margin };
  }

  /** Takes what was answered to a request of `request`. */
  take({ start }: PageRequest, rows: readonly PageRow[], total: number): void {
    this.first = start.kind === 'row' ? start.row : Math.max(0, total - rows.length);
    this.rows = rows;
  }
}
