import { textField } from '../../shared/controls';
import { element, setAttribute, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { type Toggle, toggle } from '../../shared/toggle';
import type { SearchPattern } from '../terms';

/** A text field with what a search can be told: case, whole words, regex. Says at once where a regex is none. */
export class PatternField {
  readonly element = element('div', { class: 'pattern-field' });
  readonly field;
  private readonly caseSensitive: Toggle;
  private readonly wholeWord: Toggle;
  private readonly regex: Toggle;
  private readonly mistake = element('div', { class: 'mistake', role: 'alert' });

  constructor(label: string, placeholder: string, changed: () => void) {
    this.field = textField({ label, placeholder, typed: changed });
    this.caseSensitive = toggle('case-sensitive', tell('Match Case'), changed);
    this.wholeWord = toggle('whole-word', tell('Match Whole Word'), changed);
    this.regex = toggle('regex', tell('Use Regular Expression'), changed);
    const toggles = element('div', { class: 'toggles' });
    toggles.append(this.caseSensitive.element, this.wholeWord.element, this.regex.element);
    this.element.append(this.field, toggles, this.mistake);
  }

  focus(): void {
    this.field.focus();
    this.field.shadowRoot?.querySelector('input')?.select();
  }

  set(pattern: SearchPattern): void {
    this.field.value = pattern.text;
    this.caseSensitive.set(pattern.caseSensitive);
    this.wholeWord.set(pattern.wholeWord);
    this.regex.set(pattern.kind === 'regex');
    this.showMistake();
  }

  get pattern(): SearchPattern {
    return {
      kind: this.regex.isOn ? 'regex' : 'text',
      text: this.field.value,
      caseSensitive: this.caseSensitive.isOn,
      wholeWord: this.wholeWord.isOn,
    };
  }

  /** Whether it can be searched for. Making a RegExp runs nothing: what takes for ever is matching with it. */
  showMistake(): boolean {
    const mistake = this.regex.isOn ? mistakeOf(this.field.value) : '';
    setText(this.mistake, mistake);
    setAttribute(this.element, 'data-wrong', mistake === '' ? null : 'true');
    return mistake === '';
  }
}

function mistakeOf(pattern: string): string {
  try {
    new RegExp(pattern, 'u');
    return '';
  } catch {
    return withoutUnicode(pattern);
  }
}

function withoutUnicode(pattern: string): string {
  try {
    new RegExp(pattern);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
