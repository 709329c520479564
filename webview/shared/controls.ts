import {
  type Button,
  type Checkbox,
  type Dropdown,
  provideVSCodeDesignSystem,
  type TextField,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { element } from './element';

/**
 * The controls of the webview toolkit, behind functions of our own: it is no longer looked after, and what replaces it replaces this
 * file. It is big, so whoever uses it is loaded after the first screen.
 */
provideVSCodeDesignSystem().register(
  vsCodeButton(),
  vsCodeCheckbox(),
  vsCodeDropdown(),
  vsCodeOption(),
  vsCodeTextField(),
);

export interface TextFieldOptions {
  readonly label: string;
  readonly placeholder: string;
  /** Each time the text changes. */
  readonly typed: (text: string) => void;
}

export function textField({ label, placeholder, typed }: TextFieldOptions): TextField {
  const field = made<TextField>('vscode-text-field', { placeholder });
  // Once it stands in the page it calls itself "Text field".
  setTimeout(() => {
    field.ariaLabel = label;
  });
  field.addEventListener('input', () => typed(field.value));
  return field;
}

export function button(label: string, press: () => void, appearance: 'primary' | 'secondary'): Button {
  const control = made<Button>('vscode-button', { appearance });
  control.textContent = label;
  control.addEventListener('click', press);
  return control;
}

export function checkbox(label: string, changed: (isOn: boolean) => void): Checkbox {
  const box = made<Checkbox>('vscode-checkbox', {});
  box.textContent = label;
  box.addEventListener('change', () => changed(box.checked));
  return box;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function dropdown(
  label: string,
  choices: readonly Choice[],
  chosen: (value: string) => void,
): Dropdown {
  const list = made<Dropdown>('vscode-dropdown', { title: label });
  list.ariaLabel = label;
  for (const choice of choices) {
    const option = made<HTMLElement>('vscode-option', { value: choice.value });
    option.textContent = choice.label;
    list.append(option);
  }
  list.addEventListener('change', () => chosen(list.value));
  return list;
}

/** The toolkit's elements are not in the DOM's own table of tags. */
function made<Control extends HTMLElement>(
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Control {
  return element(tag as 'div', attributes) as HTMLElement as Control;
}
