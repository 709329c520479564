import { element, setAttribute } from '../../shared/element';
import { tell } from '../../shared/tell';
import { movedBy, rowHeight, rowWindow, scrolledTo } from './row-window';
import { columnIds } from './table-columns';
import { TableHead } from './table-head';
import type { SortKey } from './template-list';
import { type RowAction, type RowSource, TemplateRow } from './template-row';

export interface GridActions {
  readonly sortBy: (key: SortKey) => void;
  readonly act: (row: number, action: RowAction) => void;
  /** These are seen now. */
  readonly seen: (rows: readonly number[]) => void;
}

const keyActions: Readonly<Record<string, RowAction>> = {
  Enter: 'jump',
  o: 'showOnly',
  c: 'chart',
  n: 'normal',
};

/** A table of any length: only the rows that are seen stand in the page. The keyboard's cursor is a row of the list, wherever it is scrolled to. */
export class TemplateGrid {
  readonly element: HTMLElement;
  private readonly grid: HTMLElement;
  private readonly head: TableHead;
  private readonly body = element('div', { role: 'rowgroup', class: 'template-rows' });
  private readonly none = element('p', { class: 'no-templates', role: 'status' });
  private readonly pool: TemplateRow[] = [];
  private rows: Uint32Array = new Uint32Array();
  private source: RowSource | undefined;
  /** A position among the rows. */
  private cursor = 0;

  constructor(private readonly actions: GridActions) {
    this.head = new TableHead(actions.sortBy);
    const heads = element('div', { role: 'rowgroup', class: 'template-heads' }, this.head.element);
    const attributes = {
      role: 'grid',
      tabindex: '0',
      class: 'template-grid',
      'aria-label': tell('Templates'),
    };
    const grid = element(
      'div',
      { ...attributes, 'aria-colcount': String(columnIds.length) },
      heads,
      this.body,
    );
    this.element = element('div', { class: 'template-table' }, grid, this.none);
    this.grid = grid;
    grid.addEventListener('scroll', () => this.draw(), { passive: true });
    grid.addEventListener('keydown', (event) => this.press(event));
    this.body.addEventListener('click', ({ target }) => this.click(target));
    new ResizeObserver(() => this.draw()).observe(grid);
  }

  /** The cursor stays on its template where that is still listed. `noneText`: why there is nothing, where there is not. */
  show(source: RowSource, rows: Uint32Array, noneText: string): void {
    const former = this.source?.list.idOf(this.rows[this.cursor] ?? 0);
    this.source = source;
    this.rows = rows;
    const place = former === undefined ? -1 : this.rows.indexOf(source.list.rowOf(former));
    this.cursor = Math.max(0, place);
    this.element.classList.toggle('one-day', source.isOneDay);
    this.element.classList.toggle('untimed', source.isUntimed);
    this.body.style.height = `${rows.length * rowHeight}px`;
    setAttribute(this.grid, 'aria-rowcount', String(rows.length + 1));
    this.none.hidden = rows.length > 0;
    this.none.textContent = rows.length > 0 ? '' : noneText;
    this.draw();
  }

  showSort(sort: SortKey, isDescending: boolean): void {
    this.head.show(sort, isDescending);
  }

  scrollToTop(): void {
    this.grid.scrollTop = 0;
  }

  /** Rows that are drawn, anew. */
  draw(): void {
    const { source } = this;
    if (!source) return;
    const { from, to } = rowWindow(this.grid.scrollTop, this.viewHeight, this.rows.length);
    while (this.pool.length < to - from) this.pool.push(this.newRow());
    const seen = [...this.rows.subarray(from, to)];
    for (const [i, one] of this.pool.entries()) {
      const isUsed = i < seen.length;
      one.element.hidden = !isUsed;
      if (isUsed) one.show(seen[i], from + i, source);
    }
    this.markCursor(from, to);
    this.actions.seen(seen);
  }

  private get viewHeight(): number {
    return Math.max(0, this.grid.clientHeight - rowHeight);
  }

  private newRow(): TemplateRow {
    const made = new TemplateRow(`template-row-${this.pool.length}`, this.actions.act);
    this.body.append(made.element);
    return made;
  }

  private markCursor(from: number, to: number): void {
    const isDrawn = this.cursor >= from && this.cursor < to;
    for (const [i, { element: row }] of this.pool.entries())
      setAttribute(row, 'aria-selected', String(from + i === this.cursor));
    const id = isDrawn ? this.pool[this.cursor - from].element.id : null;
    setAttribute(this.grid, 'aria-activedescendant', id);
  }

  private press(event: KeyboardEvent): void {
    if (event.target !== this.grid || event.ctrlKey || event.metaKey || event.altKey) return;
    const moved = movedBy(event.key, this.cursor, this.rows.length, this.viewHeight);
    const action = Object.hasOwn(keyActions, event.key) ? keyActions[event.key] : undefined;
    if (moved === undefined && action === undefined) return;
    event.preventDefault();
    if (this.rows.length === 0) return;
    if (action) this.actions.act(this.rows[this.cursor], action);
    else if (moved !== undefined) this.moveTo(moved);
  }

  private moveTo(cursor: number): void {
    this.cursor = cursor;
    this.grid.scrollTop = scrolledTo(cursor, this.grid.scrollTop, this.viewHeight);
    this.draw();
  }

  private click(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    const row = this.pool.find(({ element: one }) => one.contains(target));
    if (!row) return;
    this.moveTo(this.rows.indexOf(row.row));
    if (!target.closest('button')) this.actions.act(row.row, 'jump');
  }
}
