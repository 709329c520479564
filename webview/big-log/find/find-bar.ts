import { delayed } from '../../shared/delayed';
import { element, iconButton, setAttribute, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { Finder, FindStatus } from './finder';
import { PatternField } from './pattern-field';

const typingMs = 300;

/** Find: a pattern, how many lines match, and the way from one to the next. */
export class FindBar {
  readonly element = element('div', { class: 'find-bar', role: 'search', 'aria-label': tell('Find') });
  private readonly field: PatternField;
  private readonly count = element('div', { class: 'count', role: 'status', 'aria-live': 'polite' });
  private readonly stop: HTMLButtonElement;
  private readonly search;

  constructor(
    private readonly finder: Finder,
    private readonly closed: () => void,
  ) {
    this.search = delayed(typingMs, () => this.find());
    this.field = new PatternField(tell('Find'), tell('Find in the whole log'), () => this.typed());
    this.stop = iconButton('debug-stop', tell('Stop searching'), () => finder.cancel());
    const previous = iconButton('arrow-up', tell('Previous match'), () => void finder.move(-1));
    const next = iconButton('arrow-down', tell('Next match'), () => void finder.move(1));
    const close = iconButton('close', tell('Close'), () => this.close());
    this.stop.hidden = true;
    this.element.append(this.field.element, this.count, this.stop, previous, next, close);
    this.element.addEventListener('keydown', (event) => this.press(event));
  }

  /** `text`: what is selected in the log, '' to leave what stands there. */
  open(text: string): void {
    this.element.hidden = false;
    const { pattern } = this.field;
    if (text !== '' && text !== pattern.text) {
      this.field.set({ ...pattern, kind: 'text', text });
      this.search.now();
    }
    this.field.focus();
  }

  close(): void {
    this.element.hidden = true;
    this.search.drop();
    this.finder.clear();
    this.closed();
  }

  say({ text, isProblem, isBusy }: FindStatus): void {
    setText(this.count, text);
    setAttribute(this.count, 'data-problem', isProblem ? 'true' : null);
    this.stop.hidden = !isBusy;
  }

  /** How far a search is. */
  showProgress(text: string): void {
    if (this.finder.isBusy) setText(this.count, text);
  }

  private typed(): void {
    if (this.field.showMistake()) this.search.ask();
    else this.finder.clear();
  }

  private find(): void {
    if (this.field.showMistake()) void this.finder.find(this.field.pattern);
  }

  private press(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    else if (this.finder.hasFound(this.field.pattern)) void this.finder.move(event.shiftKey ? -1 : 1);
    else this.search.now();
    event.preventDefault();
  }
}
