import { element, setAttribute, setText } from '../../shared/element';
import { keep, kept } from '../../shared/host';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { Chips } from '../chips/chips';
import type { Change } from '../model';
import type { Parts } from '../parts';
import { PreviewDialog } from '../preview/preview-dialog';
import { Estimating, estimateText } from './estimating';
import { ModelButtons } from './model-buttons';
import { obstacle } from './obstacle';
import { QuestionField } from './question-field';
import { SendButton, type SendButtonState } from './send-button';
import { questionOf } from './slash';

/** Where a question is asked: what goes along, the field, who answers, what it costs and what exactly is sent. */
export function composer(parts: Parts): HTMLElement {
  return new Composer(parts).element;
}

class Composer {
  readonly element: HTMLElement;
  private readonly field: QuestionField;
  private readonly send = new SendButton({ send: () => this.ask(), stop: () => this.stop() });
  private readonly chips: Chips;
  private readonly facts: ModelButtons;
  private readonly preview: PreviewDialog;
  private readonly estimating: Estimating;
  private readonly foot = element('div', { class: 'composer-foot' });
  private readonly estimate = element('span', { class: 'estimate', id: 'estimate' });
  /** Why nothing can be asked, or why the last question could not. */
  private readonly trouble = element('p', { class: 'composer-trouble', role: 'status', id: 'trouble' });
  private failure = '';

  constructor(private readonly parts: Parts) {
    const { host, model } = parts;
    this.field = new QuestionField({
      commands: () => model.state.commands,
      lastQuestion: () => model.state.turns.at(-1)?.question ?? '',
      changed: () => this.edited(),
      send: () => this.ask(),
      leave: () => this.stop(),
    });
    this.chips = new Chips(parts, () => this.field.focus());
    this.facts = new ModelButtons(parts);
    this.preview = new PreviewDialog(parts);
    this.estimating = new Estimating(host, (shown) => setText(this.estimate, estimateText(shown)));
    // Said where it is sent, not each time it is counted.
    this.send.element.setAttribute('aria-describedby', this.estimate.id);
    this.foot.append(this.estimate, this.previewButton());
    this.element = this.arranged();
    const typed = kept('question');
    if (typeof typed === 'string') this.field.text = typed;
    model.onChange((change) => this.heard(change));
    this.reflect();
  }

  private arranged(): HTMLElement {
    const tools = element('div', { class: 'composer-tools' }, this.chips.adding, this.facts.element);
    const bar = element('div', { class: 'composer-bar' }, tools, this.send.element);
    const box = element('div', { class: 'composer-box' }, this.chips.element, this.field.element, bar);
    const label = tell('Ask');
    return element(
      'section',
      { class: 'composer', 'aria-label': label },
      this.trouble,
      box,
      this.foot,
      this.preview.element,
    );
  }

  private previewButton(): HTMLElement {
    const button = element(
      'button',
      { type: 'button', class: 'link-button' },
      tell('Show What Will Be Sent'),
    );
    button.addEventListener('click', () => this.preview.open(questionOf(this.field.text)));
    return button;
  }

  private heard(change: Change): void {
    if (change.kind === 'text') return;
    if (change.kind === 'focus') this.take(change.draft);
    // What goes along costs as well.
    else if (change.kind === 'state') this.count();
    this.reflect();
  }

  private take(draft: string): void {
    if (draft !== '') this.field.text = draft;
    this.field.focus();
  }

  private edited(): void {
    keep('question', this.field.text);
    this.failure = '';
    this.count();
    this.reflect();
  }

  private count(): void {
    const isCounted = this.hindrance === null && this.asksModel;
    this.estimating.changed(questionOf(isCounted ? this.field.text : ''));
  }

  private ask(): void {
    if (this.sendState !== 'ready') return;
    const { text } = this.field;
    this.field.text = '';
    this.parts.host.call('ask', questionOf(text)).catch((error: unknown) => this.failed(text, error));
  }

  /** What was typed is not lost. */
  private failed(text: string, error: unknown): void {
    if (this.field.text === '') this.field.text = text;
    this.failure = tell(
      'This could not be asked: {0}',
      error instanceof Error ? error.message : String(error),
    );
    this.reflect();
  }

  private stop(): void {
    if (this.parts.model.running) this.parts.host.notify('stop', undefined);
  }

  private reflect(): void {
    const hindered = this.hindrance;
    const trouble = hindered ?? this.failure;
    setText(this.trouble, visibleText(trouble));
    this.trouble.hidden = trouble === '';
    setAttribute(this.field.field, 'aria-describedby', trouble === '' ? null : this.trouble.id);
    this.foot.hidden = hindered !== null || !this.asksModel;
    this.send.show(this.sendState);
  }

  /** Else rules answer, and nothing is sent. */
  private get asksModel(): boolean {
    return this.parts.model.state.model.kind === 'chosen';
  }

  private get hindrance(): string | null {
    return obstacle(this.parts.model.state, this.field.text);
  }

  private get sendState(): SendButtonState {
    if (this.parts.model.running) return 'running';
    return this.hindrance === null && this.field.text.trim() !== '' ? 'ready' : 'nothing to send';
  }
}
