import type { LinesProgress, ViewLine } from '../../../src/protocol/log-lines';
import { textField } from '../../shared/controls';
import { element, iconButton, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { Host } from '../host';
import { lineNumberOf, viewLineOf } from './line-numbers';

/** Go to a line by its number, or to a time as people write it. */
export class GoToBar {
  readonly element = element('div', {
    class: 'go-to-bar',
    role: 'search',
    'aria-label': tell('Go to Line or Time'),
  });
  private readonly field;
  private readonly problem = element('div', { class: 'count', role: 'status', 'aria-live': 'polite' });
  /** Times looked up so far; the answer to one that was given up, or typed over, leads nowhere. */
  private asked = 0;

  constructor(
    private readonly host: Host,
    private readonly progress: () => LinesProgress,
    private readonly caretSource: () => number,
    private readonly goTo: (line: ViewLine) => void,
    private readonly closed: () => void,
  ) {
    const label = tell('Go to Line or Time');
    const placeholder = tell('Line number, or a time such as 14:05');
    this.field = textField({ label, placeholder, typed: () => this.typed() });
    const close = iconButton('close', tell('Close'), () => this.close());
    this.element.append(this.field, this.problem, close);
    this.element.addEventListener('keydown', (event) => this.press(event));
  }

  open(): void {
    this.element.hidden = false;
    setText(this.problem, '');
    this.field.focus();
    this.field.shadowRoot?.querySelector('input')?.select();
  }

  private close(): void {
    this.asked++;
    this.element.hidden = true;
    this.closed();
  }

  private typed(): void {
    this.asked++;
    setText(this.problem, '');
  }

  private press(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    else void this.go(this.field.value.trim());
    event.preventDefault();
  }

  private async go(text: string): Promise<void> {
    if (text === '') return;
    const asked = ++this.asked;
    const number = lineNumberOf(text);
    const line = number === null ? await this.lineOfTime(text) : this.lineOf(number);
    if (asked !== this.asked) return;
    if (line === null) return this.tellNone();
    this.goTo(line);
    this.close();
  }

  private lineOfTime(text: string): Promise<ViewLine | null> {
    return this.host.call('lineOfTime', text).catch(() => null);
  }

  private tellNone(): void {
    setText(
      this.problem,
      tell('No line at or after this time. Times are known once anomalies were detected.'),
    );
  }

  private lineOf(number: number): ViewLine {
    return viewLineOf(number, this.caretSource(), this.progress());
  }
}
