import { element, icon, setAttribute } from '../../shared/element';
import { type ColumnId, columnIds, columnTitle } from './table-columns';
import { type SortKey, sortKeys } from './template-list';

/** The line of titles: one tab stop, the arrow keys go along it; a press sorts. */
export class TableHead {
  readonly element = element('div', { role: 'row', class: 'template-head', 'aria-rowindex': '1' });
  private readonly buttons = new Map<SortKey, HTMLButtonElement>();

  constructor(sortBy: (key: SortKey) => void) {
    for (const [i, id] of columnIds.entries()) this.element.append(this.cellOf(id, i, sortBy));
    this.element.addEventListener('keydown', (event) => this.press(event));
    this.stopAt(0);
  }

  show(sort: SortKey, isDescending: boolean): void {
    for (const [key, button] of this.buttons) {
      const isSorted = key === sort;
      button.querySelector('.codicon')?.remove();
      if (isSorted) button.append(icon(isDescending ? 'arrow-small-down' : 'arrow-small-up'));
      const direction = isDescending ? 'descending' : 'ascending';
      setAttribute(button.parentElement ?? button, 'aria-sort', isSorted ? direction : null);
    }
  }

  private cellOf(id: ColumnId, index: number, sortBy: (key: SortKey) => void): HTMLElement {
    const attributes = { role: 'columnheader', class: `cell ${id}`, 'aria-colindex': String(index + 1) };
    const key = sortKeys.find((one) => one === id);
    const title = columnTitle(id);
    if (!key) {
      const words = element('span', id === 'actions' ? { class: 'unseen' } : {}, title);
      return element('div', attributes, words);
    }
    const button = element('button', { type: 'button', tabindex: '-1' }, element('span', {}, title));
    button.addEventListener('click', () => sortBy(key));
    this.buttons.set(key, button);
    return element('div', attributes, button);
  }

  /** Columns a narrow page leaves out are passed by. */
  private press(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const shown = [...this.buttons.values()].filter((button) => button.offsetParent !== null);
    const at = shown.indexOf(document.activeElement as HTMLButtonElement);
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))];
    this.stopAt([...this.buttons.values()].indexOf(next));
    next.focus();
  }

  private stopAt(index: number): void {
    for (const [i, button] of [...this.buttons.values()].entries()) button.tabIndex = i === index ? 0 : -1;
  }
}
