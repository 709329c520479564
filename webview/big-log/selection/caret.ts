import { setAttribute } from '../../shared/element';
import type { LogModel } from '../model';
import type { Pages } from '../pages/pages';
import type { KeyMove } from '../scroller/keys';
import type { Viewport } from '../viewport';
import { caretAt, origin, type Place, type Selection, wordAround, wordFrom } from './selection';

/** Where the reader is: the caret, and what is selected from where to it. */
export class Caret {
  selection: Selection = origin;
  /** Where up and down try to stay, also past shorter rows. */
  private column = 0;

  constructor(
    private readonly model: LogModel,
    private readonly viewport: Viewport,
    private readonly pages: Pages,
  ) {}

  get place(): Place {
    return this.selection.caret;
  }

  /** `extends`: what lies between stays selected. */
  goTo(place: Place, extending: boolean): void {
    const row = Math.max(0, Math.min(place.row, this.model.rows - 1));
    const caret = { row, column: Math.max(0, place.column) };
    this.column = caret.column;
    this.select(extending ? { start: this.selection.start, caret } : caretAt(caret));
  }

  select(selection: Selection): void {
    this.selection = selection;
    setAttribute(this.viewport.element, 'aria-activedescendant', `row-${selection.caret.row}`);
    this.viewport.schedule();
    this.model.tell('caret');
  }

  /** Selects a stretch of a row and brings it into view, the row in the middle where it was not seen. */
  show(row: number, [start, length]: readonly [start: number, length: number]): void {
    this.select({ start: { row, column: start }, caret: { row, column: start + length } });
    this.column = start;
    this.viewport.reveal(row, true);
    this.revealColumn();
  }

  /** The last row may not be there yet: whatever its length is, all of it is meant. */
  selectAll(): void {
    const last = Math.max(0, this.model.rows - 1);
    this.select({ start: { row: 0, column: 0 }, caret: { row: last, column: Number.MAX_SAFE_INTEGER } });
  }

  selectWord({ row, column }: Place): void {
    const [from, until] = wordAround(this.textOf(row), column);
    this.select({ start: { row, column: from }, caret: { row, column: until } });
  }

  selectRow(row: number): void {
    const isLast = row + 1 >= this.model.rows;
    const caret = isLast ? { row, column: this.lengthOf(row) } : { row: row + 1, column: 0 };
    this.select({ start: { row, column: 0 }, caret });
  }

  move(move: KeyMove, extending: boolean): void {
    if (move.kind === 'scroll') {
      this.viewport.scrollBy(move.by * this.viewport.extent.rowHeight);
      return;
    }
    const { column } = this;
    this.goTo(this.moved(move), extending);
    if (move.kind === 'rows') this.column = column;
    this.viewport.reveal(this.place.row, false);
    this.revealColumn();
  }

  private moved(move: Exclude<KeyMove, { kind: 'scroll' }>): Place {
    const { row, column } = this.place;
    const text = this.textOf(row);
    if (move.kind === 'rows') return this.inRow(row + move.by);
    if (move.kind === 'row') return { row: Math.min(move.to, this.model.rows - 1), column: 0 };
    if (move.kind === 'column') return { row, column: Math.min(move.to, text.length) };
    if (move.kind === 'words') return { row, column: wordFrom(text, column, move.by) };
    return this.beside(Math.min(column, text.length) + move.by, row, text);
  }

  private inRow(row: number): Place {
    const within = Math.max(0, Math.min(row, this.model.rows - 1));
    return { row: within, column: this.column };
  }

  /** Past an end of the row, the next one; over both halves of a surrogate pair. */
  private beside(column: number, row: number, text: string): Place {
    if (column < 0) return row === 0 ? { row, column: 0 } : { row: row - 1, column: this.lengthOf(row - 1) };
    if (column > text.length) return { row: row + 1, column: 0 };
    const isTorn =
      /[\udc00-\udfff]/.test(text[column] ?? '') && /[\ud800-\udbff]/.test(text[column - 1] ?? '');
    return { row, column: isTorn ? column + (column > this.place.column ? 1 : -1) : column };
  }

  private revealColumn(): void {
    // The row is in the page only once it was rendered.
    this.viewport.renderNow();
    const row = this.viewport.strip.at(this.place.row);
    const there = row?.text.rectOf(Math.max(0, this.place.column - 1), this.place.column);
    const rows = this.viewport.element;
    if (!there) {
      if (this.place.column === 0) rows.scrollLeft = 0;
      return;
    }
    const view = rows.getBoundingClientRect();
    const margin = view.width / 4;
    if (there.right > view.right) rows.scrollLeft += there.right - view.right + margin;
    else if (there.left < view.left + margin) rows.scrollLeft -= view.left + margin - there.left;
  }

  textOf(row: number): string {
    return this.viewport.strip.at(row)?.text.text ?? this.pages.get(row)?.text ?? '';
  }

  private lengthOf(row: number): number {
    return this.textOf(row).length;
  }
}
