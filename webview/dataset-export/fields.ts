import { element, setAttribute, setText } from '../shared/element';
import { tell } from '../shared/tell';
import { isWithin } from './choices';

let made = 0;

function newId(): string {
  made++;
  return `field-${made}`;
}

/** Fields that belong together, under one name. */
export function group(title: string, ...children: readonly Node[]): HTMLElement {
  return element('fieldset', {}, element('legend', {}, title), ...children);
}

export function hint(text: string): HTMLElement {
  return element('p', { class: 'hint' }, text);
}

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface Choice<Value extends string> {
  readonly element: HTMLElement;
  set(value: Value): void;
}

export function choice<Value extends string>(
  label: string,
  options: readonly Option<Value>[],
  chosen: (value: Value) => void,
): Choice<Value> {
  const id = newId();
  const list = element('select', { id });
  list.append(...options.map((option) => element('option', { value: option.value }, option.label)));
  list.addEventListener('change', () => {
    const option = options[list.selectedIndex];
    if (option) chosen(option.value);
  });
  const holder = element('div', { class: 'field' }, element('label', { for: id }, label), list);
  return {
    element: holder,
    set(value) {
      list.value = value;
    },
  };
}

export interface Check {
  readonly element: HTMLElement;
  set(isOn: boolean, isFixed?: boolean): void;
}

export function check(label: string, changed: (isOn: boolean) => void): Check {
  const id = newId();
  const box = element('input', { id, type: 'checkbox' });
  box.addEventListener('change', () => changed(box.checked));
  return {
    element: element('div', { class: 'check' }, box, element('label', { for: id }, label)),
    set(isOn, isFixed = false) {
      box.checked = isOn;
      box.disabled = isFixed;
    },
  };
}

/** One of a few, each with its words. */
export function radios<Value extends string>(
  name: string,
  options: readonly Option<Value>[],
  chosen: (value: Value) => void,
): Choice<Value> {
  const boxes = options.map(({ value, label }) => {
    const id = newId();
    const box = element('input', { id, type: 'radio', name, value });
    box.addEventListener('change', () => box.checked && chosen(value));
    return { box, value, row: element('div', { class: 'check' }, box, element('label', { for: id }, label)) };
  });
  return {
    element: element('div', { class: 'radios' }, ...boxes.map(({ row }) => row)),
    set(value) {
      for (const one of boxes) one.box.checked = one.value === value;
    },
  };
}

export interface NumberFieldOptions {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  /** What an empty field says; without, it may not be empty. */
  readonly none?: string;
  readonly changed: (value: number | null) => void;
  /** Whether what stands there is a number it takes. */
  readonly valid: (isValid: boolean) => void;
}

export interface NumberField {
  readonly element: HTMLElement;
  set(value: number | null): void;
}

/** What is no such number stays in the field with a word about it, and changes nothing. */
export function numberField(options: NumberFieldOptions): NumberField {
  const { label, least, most, none, changed, valid } = options;
  const id = newId();
  const about = { id, type: 'text', inputmode: 'numeric', autocomplete: 'off', spellcheck: 'false' };
  const field = element('input', { ...about, 'aria-describedby': `${id}-problem`, placeholder: none ?? '' });
  const problem = element('p', { id: `${id}-problem`, class: 'field-problem', role: 'status' });
  const tellProblem = (text: string) => {
    setText(problem, text);
    problem.hidden = text === '';
    setAttribute(field, 'aria-invalid', text === '' ? null : 'true');
    valid(text === '');
  };
  field.addEventListener('input', () => {
    const value = readNumber(field.value, none !== undefined);
    if (value === null || isWithin(value, least, most)) {
      tellProblem('');
      changed(value);
    } else tellProblem(tell('A whole number from {0} to {1}.', least, most));
  });
  problem.hidden = true;
  return {
    element: element('div', { class: 'field' }, element('label', { for: id }, label), field, problem),
    set(value) {
      const text = value === null ? '' : String(value);
      if (document.activeElement !== field && field.value !== text) {
        field.value = text;
        tellProblem('');
      }
    },
  };
}

/** Null for an empty field where that is allowed; NaN for what is no number. */
function readNumber(text: string, mayBeEmpty: boolean): number | null {
  if (text.trim() === '') return mayBeEmpty ? null : Number.NaN;
  return /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : Number.NaN;
}
