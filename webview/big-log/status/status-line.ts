import { element, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { toggle } from '../../shared/toggle';
import type { LogModel } from '../model';
import { bytesText } from '../rows/row-words';
import type { Caret } from '../selection/caret';
import { isEmpty, selectedRows } from '../selection/selection';
import type { SelectedTime } from './selected-time';

const messageMs = 5000;

/** The line at the foot: how big the log is, where the caret is, what is selected, whether the end is followed, what happened last. */
export class StatusLine {
  readonly element = element('footer', { class: 'status' });
  private readonly size = element('span', { class: 'size' });
  private readonly hidden = element('button', { type: 'button', class: 'text-button link-button' });
  private readonly place = element('span', { class: 'place' });
  private readonly selected = element('span', { class: 'selected' });
  private readonly summary = element('span', { class: 'summary' });
  private readonly note = element('span', { class: 'note', role: 'status' });
  private readonly message = element('span', { class: 'message', role: 'status', 'aria-live': 'polite' });
  private readonly analyse = element('button', { type: 'button', class: 'text-button' });
  private readonly follow;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly model: LogModel,
    private readonly caret: Caret,
    private readonly numberOf: (row: number) => string,
    private readonly selectedTime: SelectedTime,
    underWay: HTMLElement,
    actions: { followed(on: boolean): void; analyse(): void; showEverything(): void },
  ) {
    this.follow = toggle('pin', tell('Follow: stay at the end as the log grows'), actions.followed);
    setText(this.analyse, tell('Detect Anomalies'));
    this.analyse.addEventListener('click', () => actions.analyse());
    this.hidden.title = tell('Show Everything');
    this.hidden.addEventListener('click', () => actions.showEverything());
    const spacer = element('span', { class: 'spacer' });
    this.element.append(
      this.size,
      this.hidden,
      this.place,
      this.selected,
      this.message,
      underWay,
      spacer,
      this.note,
      this.summary,
    );
    this.element.append(this.analyse, this.follow.element);
    model.listen(() => this.show());
    this.show();
  }

  /** Says what happened, for a while. */
  say(message: string): void {
    setText(this.message, message);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => setText(this.message, ''), messageMs);
  }

  show(): void {
    const { lines, following, analysis, hiddenLines } = this.model;
    setText(this.size, `${this.linesText()} · ${bytesText(lines.bytes)}`);
    this.hidden.hidden = hiddenLines === 0;
    setText(this.hidden, hiddenLines === 1 ? tell('1 line hidden') : tell('{0} lines hidden', hiddenLines));
    setText(this.place, this.numberOf(this.caret.place.row));
    setText(this.selected, this.selectedText());
    setText(this.summary, analysis.summary);
    this.analyse.hidden = analysis.status === 'done' || analysis.status === 'running';
    setText(this.note, following.note);
    this.follow.set(following.on);
  }

  private linesText(): string {
    const { lines, isIndexed } = this.model;
    const count = isIndexed ? lines.lines : lines.estimatedLines;
    if (!isIndexed) return tell('about {0} lines', count);
    return count === 1 ? tell('1 line') : tell('{0} lines', count);
  }

  private selectedText(): string {
    const { selection } = this.caret;
    if (isEmpty(selection)) return '';
    const [first, last] = selectedRows(selection);
    const { start, caret } = selection;
    if (start.row === caret.row)
      return tell('{0} characters selected', Math.abs(caret.column - start.column));
    if (first === last) return tell('1 line selected');
    const lines = tell('{0} lines selected', last - first + 1);
    const time = this.selectedTime.of(selection);
    return time === '' ? lines : `${lines} · ${time}`;
  }
}
