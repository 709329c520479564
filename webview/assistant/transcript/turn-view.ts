import type { Turn } from '../../../src/protocol/assistant';
import { element } from '../../shared/element';
import type { Host } from '../host';
import { AnswerElement } from '../markdown/answer-element';
import { patch } from '../markdown/patch';
import { isRunning } from '../model';
import { footingElement } from './footing';
import { noticeElement } from './notices';
import { questionElement } from './question';
import { questionEditor } from './question-editor';
import { reportElement } from './report';
import { StepList } from './steps';
import { followTurnClicks } from './turn-clicks';

export interface TurnPlace {
  readonly isLast: boolean;
  /** False while the host works on a turn. */
  readonly isEditable: boolean;
}

/** One question with all that came of it. */
export class TurnView {
  readonly element = element('article', { class: 'turn', tabindex: '-1' });
  private readonly question = element('div', { class: 'asked' });
  private readonly steps = new StepList();
  private readonly answer = new AnswerElement();
  private readonly report = element('div', { class: 'report-place' });
  private readonly notices = element('ul', { class: 'notices' });
  private readonly footing = element('div', { class: 'footing' });
  private editor: HTMLElement | undefined;

  constructor(
    private readonly host: Host,
    private turn: Turn,
  ) {
    const { question, steps, answer, report, notices, footing } = this;
    this.element.append(question, steps.element, report, answer.element, notices, footing);
    followTurnClicks(this.element, host, {
      id: () => this.turn.id,
      edit: () => this.edit(),
    });
  }

  /** The answer as it is shown, for those who do not see it. */
  get text(): string {
    return `${this.report.textContent} ${this.answer.element.textContent}`.trim();
  }

  update(turn: Turn, { isLast, isEditable }: TurnPlace): void {
    const hadFocus = this.element.contains(document.activeElement);
    const former = this.turn;
    this.turn = turn;
    const isBusy = isRunning(turn);
    patch(this.question, questionElement(turn, isEditable));
    this.steps.update(turn.steps, isBusy);
    if (turn.report !== former.report || this.report.firstChild === null) this.showReport(turn);
    this.answer.update(turn.answer);
    patch(this.notices, element('ul', { class: 'notices' }, ...turn.notices.map(noticeElement)));
    this.notices.hidden = turn.notices.length === 0;
    patch(this.footing, footingElement(turn, isLast));
    // What had the focus is gone with what it was for.
    if (hadFocus && !this.element.contains(document.activeElement)) this.element.focus();
  }

  private showReport({ report }: Turn): void {
    const made = element('div', { class: 'report-place' });
    if (report) made.append(reportElement(report));
    patch(this.report, made);
    this.report.hidden = report === null;
  }

  private edit(): void {
    if (this.editor) return;
    const { id, question } = this.turn;
    const close = () => {
      this.editor?.remove();
      this.editor = undefined;
      this.question.hidden = false;
      this.question.querySelector('button')?.focus();
    };
    this.editor = questionEditor({
      question,
      cancel: close,
      resend: (text) => {
        close();
        this.host.notify('edit', { turn: id, text });
      },
    });
    this.question.hidden = true;
    this.question.before(this.editor);
    this.editor.querySelector('textarea')?.focus();
  }
}
