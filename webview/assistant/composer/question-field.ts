import type { SlashCommandHelp } from '../../../src/protocol/assistant';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { CompletionList } from './completion-list';
import { completions, taken } from './slash';

export interface QuestionFieldParts {
  readonly commands: () => readonly SlashCommandHelp[];
  /** What was asked last; empty where nothing was. */
  readonly lastQuestion: () => string;
  readonly changed: () => void;
  readonly send: () => void;
  /** Escape where nothing of the field's own is open. */
  readonly leave: () => void;
}

/** Where the question is typed: Enter sends, Shift and Enter break the line, a slash offers commands. */
export class QuestionField {
  readonly element: HTMLElement;
  readonly field = element('textarea', {
    class: 'composer-field',
    rows: '2',
    id: 'question',
    spellcheck: 'true',
  });
  private readonly list: CompletionList;

  constructor(private readonly parts: QuestionFieldParts) {
    this.field.placeholder = tell('Ask about this log; / for commands');
    this.field.setAttribute('aria-label', tell('Question'));
    this.list = new CompletionList(this.field, (name) => this.take(name));
    this.element = element(
      'div',
      { class: 'question-holder' },
      this.list.element,
      this.field,
      this.list.said,
    );
    this.field.addEventListener('input', () => this.edited());
    this.field.addEventListener('keydown', (event) => this.pressed(event));
    this.field.addEventListener('blur', () => this.list.close());
  }

  get text(): string {
    return this.field.value;
  }

  set text(text: string) {
    this.write(text, text.length);
    this.list.close();
  }

  focus(): void {
    this.field.focus();
  }

  private edited(): void {
    const { value, selectionStart } = this.field;
    this.list.show(completions(value, selectionStart, this.parts.commands()));
    this.parts.changed();
  }

  private pressed(event: KeyboardEvent): void {
    if (isInputMethods(event)) return;
    if (this.acted(event)) event.preventDefault();
  }

  private acted({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    const hasModifier = shiftKey || ctrlKey || metaKey || altKey;
    if (!hasModifier && this.list.pressed(key)) return true;
    if (key === 'Enter' && !shiftKey && !altKey) this.parts.send();
    else if (key === 'Escape' && !hasModifier) this.parts.leave();
    else if (key === 'ArrowUp' && !hasModifier && this.text === '') return this.bringBack();
    else return false;
    return true;
  }

  private bringBack(): boolean {
    const last = this.parts.lastQuestion();
    if (last !== '') this.text = last;
    return last !== '';
  }

  private take(name: string): void {
    const { text, caret } = taken(this.text, name);
    this.write(text, caret);
    this.list.close();
  }

  private write(text: string, caret: number): void {
    this.field.value = text;
    this.field.setSelectionRange(caret, caret);
    this.parts.changed();
  }
}

/**
 * Enter takes a word of its own, Escape drops one. Safari, in which VS Code may run as a page, ends the composition before it tells of
 * the key, and marks it by its code alone.
 */
function isInputMethods({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}
