import { element, iconButton } from './element';
import { visibleText } from './visible-text';

export interface MenuItem {
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string;
  readonly press: () => void;
}

/** A button that opens a short menu below it: arrow keys go through it, Escape and whatever is pressed elsewhere close it. */
export function menuButton(icon: string, title: string, items: () => readonly MenuItem[]): HTMLElement {
  const holder = element('span', { class: 'menu-holder' });
  const button = iconButton(icon, title, () => (isOpen() ? close() : open()));
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  let list: HTMLElement | undefined;
  const isOpen = () => list !== undefined;
  const close = () => {
    const closed = list;
    // Before it goes: its focus leaves with it, which closes, too.
    list = undefined;
    closed?.remove();
    button.setAttribute('aria-expanded', 'false');
  };
  const open = () => {
    list = menuList(items(), title, () => {
      close();
      button.focus();
    });
    holder.append(list);
    button.setAttribute('aria-expanded', 'true');
    list.querySelector('button')?.focus();
  };
  holder.append(button);
  holder.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && holder.contains(relatedTarget))) close();
  });
  return holder;
}

function menuList(items: readonly MenuItem[], title: string, close: () => void): HTMLElement {
  const buttons = items.map(({ label, detail, press }) => {
    const button = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, ownText(label));
    if (detail !== undefined) button.append(element('span', { class: 'menu-detail' }, ownText(detail)));
    button.addEventListener('click', () => {
      close();
      press();
    });
    return button;
  });
  const list = element('div', { class: 'menu', role: 'menu', 'aria-label': title }, ...buttons);
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length].focus();
  });
  return list;
}

/** What a log wrote may stand in it: it shows all it holds, and turns nothing around it. */
function ownText(text: string): HTMLElement {
  return element('bdi', {}, visibleText(text));
}
