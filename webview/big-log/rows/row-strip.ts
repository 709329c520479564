import { RowElement } from './row-element';

/**
 * The elements of the rows from one index to another, in the order of the rows also in the page, as screen readers go by it. Elements
 * that leave at one end come in at the other.
 */
export class RowStrip {
  readonly rows: RowElement[] = [];
  private readonly spare: RowElement[] = [];

  constructor(private readonly sheet: HTMLElement) {}

  /** Rows from `first`, `count` of them. */
  hold(first: number, count: number): void {
    const last = first + count - 1;
    const isFar = this.rows.length === 0 || this.first > last || this.last < first;
    if (isFar) this.startAt(first, count);
    while (this.rows.length > 0 && this.first < first) this.release(this.rows.shift());
    while (this.rows.length > 0 && this.last > last) this.release(this.rows.pop());
    while (this.rows.length > 0 && this.first > first) this.addBefore(this.first - 1);
    while (this.rows.length < count) this.addBehind(first + this.rows.length);
  }

  at(index: number): RowElement | undefined {
    return this.rows.length === 0 ? undefined : this.rows[index - this.first];
  }

  private get first(): number {
    return this.rows[0].index;
  }

  private get last(): number {
    return this.rows[this.rows.length - 1].index;
  }

  /** Nothing of what is there stays: its elements are told other indexes where they stand. */
  private startAt(first: number, count: number): void {
    while (this.rows.length > count) this.release(this.rows.pop());
    for (const [place, row] of this.rows.entries()) row.index = first + place;
  }

  private addBefore(index: number): void {
    const row = this.spare.pop() ?? new RowElement();
    this.sheet.insertBefore(row.element, this.rows[0].element);
    this.rows.unshift(row);
    row.index = index;
  }

  private addBehind(index: number): void {
    const row = this.spare.pop() ?? new RowElement();
    this.sheet.append(row.element);
    this.rows.push(row);
    row.index = index;
  }

  private release(row: RowElement | undefined): void {
    if (!row) return;
    row.element.remove();
    this.spare.push(row);
  }
}
