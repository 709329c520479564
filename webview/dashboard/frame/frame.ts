import { element, setText } from '../../shared/element';
import { menuButton } from '../../shared/menu';
import { tell } from '../../shared/tell';
import { toggle } from '../../shared/toggle';
import type { Shown, ShownContent } from '../shown';
import { tableElement } from './data-table';

export interface FrameOptions {
  readonly id: string;
  readonly title: string;
  /** What of it can be saved, and how. */
  readonly save: (content: ShownContent, kind: 'svg' | 'png' | 'csv') => void;
}

/** Content that was there a moment before is dimmed no sooner: most answers come at once. */
const patienceMs = 200;

/**
 * The card around a chart: its title, the sentence that says what it shows, the table behind it, what is saved of it, and what
 * stands there while nothing can be shown.
 */
export class Frame {
  /** Drawn into by the section; empty until it did. */
  readonly body = element('div', { class: 'card-body' });
  /** Controls of the section's own, beside the title. */
  readonly controls = element('span', { class: 'card-controls' });
  readonly element: HTMLElement;
  private readonly sentence = element('p', { class: 'card-sentence' });
  private readonly table = element('div', { class: 'card-table', tabindex: '0' });
  private readonly state = element('div', { class: 'card-state', role: 'status' });
  private readonly showsTable = toggle('table', tell('Show as a table'), (isOn) => this.showTable(isOn));
  private readonly saving: HTMLElement;
  private content: ShownContent | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: FrameOptions) {
    const { id, title } = options;
    const heading = element('h2', { id: `${id}-title` }, title);
    this.saving = menuButton('save', tell('Save {0}', title), () => this.saveItems());
    const head = element('header', {}, heading, this.controls, this.showsTable.element, this.saving);
    this.element = element(
      'section',
      { class: 'card', id, 'aria-labelledby': `${id}-title` },
      head,
      this.sentence,
      this.body,
      this.table,
      this.state,
    );
    this.table.setAttribute('aria-label', title);
    this.become('waiting');
  }

  get title(): string {
    return this.options.title;
  }

  /** Of what is shown now; undefined where nothing is. */
  get shown(): ShownContent | undefined {
    return this.content;
  }

  /** Something is to be shown and is not: it could not be, or not yet. */
  get isMissing(): boolean {
    const { state } = this.element.dataset;
    return state === 'problem' || state === 'waiting';
  }

  waiting(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.element.setAttribute('aria-busy', 'true');
    }, patienceMs);
  }

  show(shown: Shown): void {
    this.settle();
    if (shown.kind === 'empty') {
      this.content = undefined;
      this.become('empty', shown.text, shown.cure);
      return;
    }
    this.content = shown;
    setText(this.sentence, shown.sentence);
    this.become('content');
    this.showTable(this.showsTable.isOn);
  }

  fail(text: string, retry: () => void): void {
    this.settle();
    this.content = undefined;
    this.become('problem', text, { label: tell('Try Again'), press: retry });
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.element.removeAttribute('aria-busy');
  }

  private become(
    state: 'waiting' | 'empty' | 'problem' | 'content',
    text = '',
    cure?: { readonly label: string; readonly press: () => void },
  ): void {
    this.element.dataset.state = state;
    const isContent = state === 'content';
    for (const part of [this.sentence, this.showsTable.element, this.saving]) part.hidden = !isContent;
    this.body.hidden = state === 'empty' || state === 'problem' || this.showsTable.isOn;
    if (!isContent) this.table.hidden = true;
    this.state.hidden = isContent;
    this.state.replaceChildren(
      ...(state === 'waiting' ? [element('div', { class: 'skeleton' })] : [element('p', {}, text)]),
    );
    if (!cure) return;
    const button = element('button', { type: 'button', class: 'text-button' }, cure.label);
    button.addEventListener('click', cure.press);
    this.state.append(button);
  }

  private showTable(isOn: boolean): void {
    if (!this.content) return;
    this.body.hidden = isOn;
    this.table.hidden = !isOn;
    this.table.replaceChildren(...(isOn ? this.content.tables.map((one) => tableElement(one)) : []));
  }

  private saveItems() {
    const { content } = this;
    if (!content) return [];
    const item = (label: string, kind: 'svg' | 'png' | 'csv') => ({
      label,
      press: () => this.options.save(content, kind),
    });
    const pictures = content.picture ? [item(tell('As SVG'), 'svg'), item(tell('As PNG'), 'png')] : [];
    return [...pictures, ...(content.tables.length > 0 ? [item(tell('As CSV'), 'csv')] : [])];
  }
}
