import type { SlashCommandHelp } from '../../../src/protocol/assistant';
import { element, setAttribute, setText } from '../../shared/element';
import { tell } from '../../shared/tell';

const listId = 'slash-commands';

/**
 * The commands that can be typed on, above the field that keeps the focus: the field names the one under the cursor as its active
 * descendant, and each change is said.
 */
export class CompletionList {
  readonly element = element('div', { class: 'completions', role: 'listbox', id: listId });
  /** To stand beside the field: only what is in the page is said. */
  readonly said = element('div', { class: 'unseen', 'aria-live': 'polite' });
  private shown: readonly SlashCommandHelp[] = [];
  private at = 0;

  constructor(
    private readonly field: HTMLTextAreaElement,
    private readonly take: (name: string) => void,
  ) {
    this.element.setAttribute('aria-label', tell('Commands'));
    field.setAttribute('aria-autocomplete', 'list');
    // The field keeps the focus, and with it the keys.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
    this.show([]);
  }

  get isOpen(): boolean {
    return this.shown.length > 0;
  }

  show(commands: readonly SlashCommandHelp[]): void {
    const isSame = commands.map(({ name }) => name).join() === this.shown.map(({ name }) => name).join();
    if (isSame && this.element.hidden !== this.isOpen) return;
    this.shown = commands;
    this.at = 0;
    this.element.hidden = !this.isOpen;
    setAttribute(this.field, 'aria-controls', this.isOpen ? listId : null);
    this.element.replaceChildren(...commands.map((command) => this.option(command)));
    this.reflect();
  }

  close(): void {
    this.show([]);
  }

  /** True where the key was for the list. */
  pressed(key: string): boolean {
    if (!this.isOpen) return false;
    const step = steps[key];
    if (step !== undefined) this.move(step);
    else if (key === 'Enter' || key === 'Tab') this.take(this.shown[this.at].name);
    else if (key === 'Escape') this.close();
    else return false;
    return true;
  }

  private move(step: number): void {
    this.at = (this.at + step + this.shown.length) % this.shown.length;
    this.reflect();
  }

  private reflect(): void {
    for (const [i, option] of [...this.element.children].entries())
      option.setAttribute('aria-selected', String(i === this.at));
    const chosen = this.element.children[this.at];
    chosen?.scrollIntoView({ block: 'nearest' });
    setAttribute(this.field, 'aria-activedescendant', chosen?.id ?? null);
    setText(this.said, this.words());
  }

  private words(): string {
    if (!this.isOpen) return '';
    const { name, help } = this.shown[this.at];
    return `/${name}: ${help} ${tell('({0} of {1})', this.at + 1, this.shown.length)}`;
  }

  private option({ name, help }: SlashCommandHelp): HTMLElement {
    const option = element(
      'div',
      { class: 'completion', role: 'option', id: `slash-${name}` },
      element('span', { class: 'completion-name' }, `/${name}`),
      element('span', { class: 'completion-help' }, help),
    );
    option.addEventListener('click', () => this.take(name));
    return option;
  }
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
