import type { LabelWords } from '../../../src/protocol/big-log';
import type { RecordDetails } from '../../../src/protocol/line-facts';
import type { ViewLine } from '../../../src/protocol/log-lines';
import { delayed } from '../../shared/delayed';
import { element, iconButton } from '../../shared/element';
import { keepNumber, keptNumber } from '../../shared/host';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { Host } from '../host';
import { labelSection } from './label-section';
import { resizer } from './resizer';

const restMs = 120;
const narrowest = 180;
const widest = 900;
const usual = 320;

/** As of `styles/panels.css`. */
const narrow = matchMedia('(max-width: 700px)');

export interface DetailActions {
  /** What to say of a line nothing is known of. */
  whyNothing(): string;
  /** Of nanoseconds since the epoch, as the reader wants times. */
  timeText(nanoseconds: string): string;
  onlyThisValue(name: string, value: string): void;
  copied(): void;
  closed(): void;
}

/** Fields of the record at the caret, the values of its template's variables, and what people said of it. */
export class DetailsPanel {
  readonly element = element('aside', { class: 'details', 'aria-label': tell('Details') });
  private readonly body = element('div', { class: 'details-body', tabindex: '0' });
  private readonly look;
  private line: ViewLine | null = null;
  private asked = 0;

  constructor(
    private readonly host: Host,
    private readonly actions: DetailActions,
  ) {
    this.look = delayed(restMs, () => void this.ask());
    const close = iconButton('close', tell('Close'), () => this.close());
    const head = element('div', { class: 'details-head' }, element('h2', {}, tell('Details')), close);
    const side = resizer(
      { least: narrowest, most: widest, label: tell('Width of the details') },
      keptNumber('detailsWidth') ?? usual,
      (width) => this.resize(width),
    );
    this.resize(keptNumber('detailsWidth') ?? usual);
    this.element.append(side, head, this.body);
    this.element.hidden = true;
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** It takes room from the rows that they need: one looks into it and goes on. */
  get isInTheWay(): boolean {
    return this.isOpen && narrow.matches;
  }

  toggle(line: ViewLine | null): void {
    if (this.isOpen) {
      this.close();
      return;
    }
    this.element.hidden = false;
    keepNumber('detailsOpen', 1);
    this.show(line);
  }

  /** Of the record of this line, once the caret rests. Null: the caret's row is not there yet, and what stands here stays until it is. */
  show(line: ViewLine | null): void {
    if (!this.isOpen || line === null || line === this.line) return;
    this.line = line;
    this.look.ask();
  }

  /** What is known of lines changed. */
  refresh(): void {
    if (this.isOpen) this.look.ask();
  }

  close(): void {
    this.element.hidden = true;
    this.line = null;
    keepNumber('detailsOpen', 0);
    this.actions.closed();
  }

  private resize(width: number): void {
    this.element.style.setProperty('--details-width', `${width}px`);
    keepNumber('detailsWidth', width);
  }

  private async ask(): Promise<void> {
    const asked = ++this.asked;
    const { line } = this;
    if (line === null) return this.fill(null, null);
    const [details, label] = await Promise.all([
      this.host.call('details', line).catch(() => null),
      this.host.call('labelOfLine', line).catch(() => null),
    ]);
    if (asked === this.asked) this.fill(details, label);
  }

  private fill(details: RecordDetails | null, label: LabelWords | null): void {
    const said = labelSection(label);
    if (!details) {
      this.body.replaceChildren(...said, element('p', { class: 'hint' }, this.actions.whyNothing()));
      return;
    }
    this.body.replaceChildren(
      ...said,
      ...this.section(tell('Fields'), details.fields, details.time),
      ...this.section(tell('Parameters'), details.parameters, null),
      element('h3', {}, tell('Template')),
      element('p', { class: 'template' }, visibleText(details.title)),
    );
  }

  /** `time`: the record's, which stands among its fields in nanoseconds. */
  private section(title: string, pairs: RecordDetails['fields'], time: string | null): HTMLElement[] {
    if (pairs.length === 0) return [];
    const list = element('dl', {});
    for (const { name, value } of pairs) {
      const shown = value === time ? this.actions.timeText(value) : value;
      list.append(...this.pair(name, value, shown));
    }
    return [element('h3', {}, title), list];
  }

  private pair(name: string, value: string, text: string): HTMLElement[] {
    const only = iconButton('filter', tell('Only this value: {0}', visibleText(name)), () =>
      this.actions.onlyThisValue(name, value),
    );
    const copy = iconButton('copy', tell('Copy value: {0}', visibleText(name)), () => void this.copy(value));
    const shown = element('dd', {}, element('span', { class: 'value' }, visibleText(text)), copy, only);
    return [element('dt', {}, visibleText(name)), shown];
  }

  private async copy(value: string): Promise<void> {
    await navigator.clipboard.writeText(value);
    this.actions.copied();
  }
}
