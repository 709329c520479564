import { element, iconButton, setAttribute } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { FilterClause, LogFilter } from '../terms';
import { toggled, turned, without } from './clauses';
import { clauseText } from './filter-words';

/** The clauses of a filter as chips: switched on and off, turned round, taken away. */
export class Chips {
  readonly element = element('ul', { class: 'chips', 'aria-label': tell('Filters') });
  private shown = '';

  constructor(private readonly change: (filter: LogFilter) => void) {}

  /** `hidden`: the clause that the text field stands for. */
  show(filter: LogFilter, hidden: number): void {
    const key = JSON.stringify([filter.clauses, hidden]);
    if (key === this.shown) return;
    this.shown = key;
    const focused = this.focusedPlace();
    const chips = filter.clauses.flatMap((clause, index) =>
      index === hidden ? [] : [this.chip(filter, clause, index)],
    );
    this.element.replaceChildren(...chips);
    this.element.hidden = chips.length === 0;
    if (focused >= 0)
      this.buttons()
        .at(Math.min(focused, this.buttons().length - 1))
        ?.focus();
  }

  private chip(filter: LogFilter, clause: FilterClause, index: number): HTMLElement {
    const text = visibleText(clauseText(clause.test));
    const isIncluding = clause.mode === 'include';
    const mode = isIncluding ? tell('Shown: turn into hidden') : tell('Hidden: turn into shown');
    const turn = iconButton(isIncluding ? 'eye' : 'eye-closed', mode, () =>
      this.change(turned(filter, index)),
    );
    const title = clause.enabled ? tell('Switch {0} off', text) : tell('Switch {0} on', text);
    const name = element('button', { type: 'button', class: 'chip-name', title }, text);
    setAttribute(name, 'aria-pressed', String(clause.enabled));
    name.addEventListener('click', () => this.change(toggled(filter, index)));
    const remove = iconButton('close', tell('Remove {0}', text), () => this.change(without(filter, index)));
    const chip = element('li', { class: `chip ${clause.mode}` }, turn, name, remove);
    chip.classList.toggle('off', !clause.enabled);
    return chip;
  }

  private buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')];
  }

  private focusedPlace(): number {
    const { activeElement } = document;
    return activeElement instanceof HTMLButtonElement ? this.buttons().indexOf(activeElement) : -1;
  }
}
