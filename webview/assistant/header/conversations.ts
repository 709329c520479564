import type { ConversationTitle } from '../../../src/protocol/assistant';
import { element, iconButton, setAttribute } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { nextFocus } from '../next-focus';
import type { Parts } from '../parts';

/** A button with this log's conversations below it: arrow keys go through them, Delete deletes, Escape closes. */
export class Conversations {
  readonly element = element('div', { class: 'conversations' });
  private readonly button = iconButton('history', tell('Conversations'), () => this.toggle());
  private readonly list = element('ul', { class: 'conversation-list' });
  private readonly none = element('p', { class: 'hint' }, tell('Nothing was asked about this log yet.'));
  private readonly panel = element(
    'div',
    { class: 'conversation-panel', role: 'dialog' },
    this.list,
    this.none,
  );
  private shown: readonly ConversationTitle[] = [];

  constructor(private readonly parts: Parts) {
    this.panel.setAttribute('aria-label', tell('Conversations'));
    this.panel.hidden = true;
    this.button.setAttribute('aria-haspopup', 'dialog');
    this.button.setAttribute('aria-expanded', 'false');
    this.element.append(this.button, this.panel);
    this.element.addEventListener('keydown', (event) => this.pressed(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      // Where it goes to another window, as to the question whether to delete, it comes back.
      if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) this.close();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.element.contains(target)) this.close();
    });
    parts.model.onChange(({ kind }) => {
      if (kind === 'state' && !this.panel.hidden) this.reflect();
    });
  }

  private toggle(): void {
    if (!this.panel.hidden) {
      this.close();
      return;
    }
    this.reflect();
    this.panel.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    (this.list.querySelector<HTMLElement>('[aria-current]') ?? this.openers()[0])?.focus();
  }

  private close(): void {
    this.panel.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
  }

  private reflect(): void {
    const { conversations } = this.parts.model.state;
    const focused = this.focused();
    const former = this.shown;
    this.shown = conversations;
    this.list.hidden = conversations.length === 0;
    this.none.hidden = conversations.length > 0;
    this.list.replaceChildren(...conversations.map((one) => this.row(one)));
    if (focused === undefined) return;
    const next = nextFocus(idsOf(former), idsOf(conversations), focused);
    (next === null ? this.button : this.openers()[idsOf(conversations).indexOf(next)]).focus();
  }

  /** Of the row that has the focus. */
  private focused(): string | undefined {
    const at = [...this.list.children].findIndex((row) => row.contains(document.activeElement));
    return this.shown[at]?.id;
  }

  private openers(): readonly HTMLButtonElement[] {
    return [...this.list.querySelectorAll<HTMLButtonElement>('.conversation')];
  }

  private pressed(event: KeyboardEvent): void {
    if (this.panel.hidden) return;
    const step = steps[event.key];
    const focused = this.focused();
    if (event.key === 'Escape') {
      this.button.focus();
      this.close();
    } else if (event.key === 'Delete' && focused !== undefined) this.remove(focused);
    else if (step !== undefined && this.shown.length > 0) this.move(step);
    else return;
    event.preventDefault();
  }

  private move(step: number): void {
    const openers = this.openers();
    const at = this.shown.findIndex(({ id }) => id === this.focused());
    const next = at < 0 && step < 0 ? openers.length - 1 : (at + step + openers.length) % openers.length;
    openers[next].focus();
  }

  private remove(id: string): void {
    this.parts.host.notify('deleteConversation', id);
  }

  private row({ id, title, when }: ConversationTitle): HTMLElement {
    const name = visibleText(title);
    const open = element(
      'button',
      { type: 'button', class: 'conversation', title: name },
      element('bdi', { class: 'conversation-title' }, name),
      element('span', { class: 'conversation-when' }, when),
    );
    setAttribute(open, 'aria-current', id === this.parts.model.state.conversation ? 'true' : null);
    open.addEventListener('click', () => {
      this.button.focus();
      this.close();
      this.parts.host.notify('openConversation', id);
    });
    return element(
      'li',
      {},
      open,
      iconButton('trash', tell('Delete {0}', name), () => this.remove(id)),
    );
  }
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function idsOf(conversations: readonly ConversationTitle[]): readonly string[] {
  return conversations.map(({ id }) => id);
}
