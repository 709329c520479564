import { element, iconButton, setAttribute, setText } from '../shared/element';
import { visibleText } from '../shared/visible-text';

export interface FileRowOptions {
  readonly label: string;
  /** What is said where none is chosen. */
  readonly none: string;
  readonly actions: readonly { readonly label: string; readonly press: () => void }[];
  readonly forget?: { readonly title: string; readonly press: () => void };
}

export interface FileRow {
  readonly element: HTMLElement;
  set(name: string | null): void;
}

/** A file or folder that is chosen by VS Code's own dialog: a page opens none. */
export function fileRow({ label, none, actions, forget }: FileRowOptions): FileRow {
  const name = element('bdi', { class: 'file-name' });
  const gone = forget && iconButton('close', forget.title, forget.press);
  const buttons = actions.map((action) => textButton(action.label, action.press));
  return {
    element: element(
      'div',
      { class: 'field' },
      element('span', { class: 'label' }, label),
      element('div', { class: 'file-row' }, name, ...(gone ? [gone] : []), ...buttons),
    ),
    set(chosen) {
      setText(name, chosen === null ? none : visibleText(chosen));
      name.classList.toggle('none', chosen === null);
      setAttribute(name, 'title', chosen);
      if (gone) gone.hidden = chosen === null;
    },
  };
}

export function textButton(label: string, press: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'text-button' }, label);
  button.addEventListener('click', press);
  return button;
}
