import type { ContextChip } from '../../../src/protocol/assistant';
import { element, icon, iconButton } from '../../shared/element';
import { menuButton } from '../../shared/menu';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { nextFocus } from '../next-focus';
import type { Parts } from '../parts';
import { chipIcons } from './chip-icons';

/** What goes along with the question: each tells exactly what of it, and can be taken away. */
export class Chips {
  readonly element = element('div', { class: 'chips' });
  private readonly list = element('ul', { class: 'chip-list' });
  /** The button that adds more, to stand below the field. */
  readonly adding: HTMLElement;
  private shown: readonly ContextChip[] = [];

  constructor(
    private readonly parts: Parts,
    /** Where the focus goes when nothing is left here. */
    private readonly leave: () => void,
  ) {
    const { host, model } = parts;
    this.list.setAttribute('aria-label', tell('Goes along with the question'));
    this.adding = menuButton('add', tell('Add Context'), () =>
      model.state.addable.map(({ id, title, detail }) => ({
        label: title,
        detail,
        press: () => host.notify('addChip', id),
      })),
    );
    this.adding.classList.add('adding');
    this.element.append(this.list);
    this.list.addEventListener('keydown', (event) => this.pressed(event));
    model.onChange(({ kind }) => {
      if (kind === 'state') this.reflect();
    });
    this.reflect();
  }

  private reflect(): void {
    const { chips, addable } = this.parts.model.state;
    this.element.hidden = chips.length === 0;
    this.adding.hidden = addable.length === 0;
    if (JSON.stringify(chips) === JSON.stringify(this.shown)) return;
    const focused = this.focused();
    const former = this.shown;
    this.shown = chips;
    this.list.replaceChildren(...chips.map((chip, i) => this.chip(chip, `chip-detail-${i}`)));
    if (focused !== undefined) this.focus(nextFocus(idsOf(former), idsOf(chips), focused));
  }

  /** Of the chip that has the focus. */
  private focused(): string | undefined {
    const at = this.buttons().indexOf(document.activeElement as HTMLButtonElement);
    return this.shown[at]?.id;
  }

  private focus(id: string | null): void {
    if (id !== null) this.buttons()[idsOf(this.shown).indexOf(id)].focus();
    else this.leave();
  }

  private buttons(): readonly HTMLButtonElement[] {
    return [...this.list.querySelectorAll('button')];
  }

  private pressed(event: KeyboardEvent): void {
    const buttons = this.buttons();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (at < 0) return;
    const { key } = event;
    if (key === 'Delete' || key === 'Backspace') this.remove(this.shown[at].id);
    else if (key === 'ArrowRight') buttons[Math.min(at + 1, buttons.length - 1)].focus();
    else if (key === 'ArrowLeft') buttons[Math.max(at - 1, 0)].focus();
    else if (key === 'Escape') this.leave();
    else return;
    event.preventDefault();
  }

  private remove(id: string): void {
    this.parts.host.notify('removeChip', id);
  }

  private chip({ id, kind, title, detail, tokens }: ContextChip, detailId: string): HTMLElement {
    const name = visibleText(title);
    const explained = element('span', { class: 'chip-detail', role: 'tooltip', id: detailId });
    explained.append(
      element('strong', {}, element('bdi', {}, name)),
      element('bdi', {}, visibleText(detail)),
    );
    const button = iconButton('close', tell('Remove {0}', name), () => this.remove(id));
    button.removeAttribute('title');
    button.setAttribute('aria-describedby', detailId);
    const chip = element(
      'li',
      { class: 'chip' },
      icon(chipIcons[kind]),
      element('bdi', { class: 'chip-title' }, name),
    );
    if (tokens !== null) chip.append(element('span', { class: 'chip-tokens' }, tell('{0} tokens', tokens)));
    chip.append(button, explained);
    return chip;
  }
}

function idsOf(chips: readonly ContextChip[]): readonly string[] {
  return chips.map(({ id }) => id);
}
