import type { MarkReasons } from '../../../src/protocol/big-log';
import type { PageRow } from '../../../src/protocol/log-lines';
import { delayed } from '../../shared/delayed';
import { element, icon } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { Host } from '../host';
import type { RowElement } from '../rows/row-element';
import { severityIcons } from '../rows/row-look';

const restMs = 350;

/** Why a line is marked: beside it while the mouse rests on its sign or number, or at the keyboard's asking. */
export class ReasonsHover {
  readonly element = element('div', { class: 'hover', role: 'tooltip', id: 'reasons' });
  private readonly rest;
  private wanted: RowElement | null = null;
  private shownFor: PageRow | null = null;
  /** Questions so far; what is hidden, or asked anew, before its answer came is not shown. */
  private asked = 0;

  constructor(
    private readonly host: Host,
    private readonly mark: (row: PageRow, action: 'markAnomalous' | 'markNormal') => void,
    private readonly rowOf: (target: EventTarget | null) => RowElement | null,
  ) {
    this.element.hidden = true;
    this.rest = delayed(restMs, () => this.wanted && void this.showAtMouse(this.wanted));
  }

  /** Listens to the mouse over the rows. */
  watch(rows: HTMLElement): void {
    rows.addEventListener('pointermove', ({ target, buttons }) => {
      const gutter = target instanceof Element && target.closest('.gutter');
      const row = gutter && buttons === 0 ? this.rowOf(target) : null;
      if (row === this.wanted) return;
      this.wanted = row;
      if (row?.look?.severity) this.rest.ask();
      else this.leave();
    });
    rows.addEventListener('pointerleave', () => {
      this.wanted = null;
      this.leave();
    });
    this.element.addEventListener('pointerleave', () => this.hide());
    this.element.addEventListener('pointerenter', () => this.rest.drop());
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.hide();
    });
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  /** Where there is anything to say. */
  async show(at: RowElement, isWanted = () => true): Promise<void> {
    const { row } = at;
    if (!row) return;
    const asked = ++this.asked;
    const reasons = await this.host.call('reasons', row.line).catch(() => null);
    if (!reasons || asked !== this.asked || at.row !== row || !isWanted()) return;
    this.shownFor = row;
    this.fill(row, reasons);
    this.placeBeside(at.element);
  }

  /** The mouse may have left before there is an answer, and then nothing would take it away again. */
  private showAtMouse(at: RowElement): Promise<void> {
    return this.show(at, () => this.wanted === at);
  }

  hide(): void {
    this.asked++;
    this.rest.drop();
    this.wanted = null;
    this.shownFor = null;
    this.element.hidden = true;
  }

  /** The mouse may be on its way to the hover. */
  private leave(): void {
    this.rest.drop();
    const { shownFor } = this;
    setTimeout(() => {
      if (shownFor && this.shownFor === shownFor && !this.element.matches(':hover, :focus-within'))
        this.hide();
    }, restMs);
  }

  private fill(row: PageRow, { title, severity, reasons, hint }: MarkReasons): void {
    const sign = icon(severityIcons[severity]);
    sign.classList.add(`sign-${severity}`);
    const list = element('ul', {}, ...reasons.map((reason) => element('li', {}, visibleText(reason))));
    const act = (title: string, action: 'markAnomalous' | 'markNormal') => {
      const button = element('button', { type: 'button', class: 'text-button' }, title);
      button.addEventListener('click', () => {
        this.mark(row, action);
        this.hide();
      });
      return button;
    };
    this.element.replaceChildren(element('div', { class: 'hover-title' }, sign, visibleText(title)), list);
    if (hint !== null) this.element.append(element('p', { class: 'hint' }, visibleText(hint)));
    this.element.append(
      act(tell('Mark as Normal'), 'markNormal'),
      ' ',
      act(tell('Mark as Anomalous…'), 'markAnomalous'),
    );
  }

  /** Below the row, or above it where there is no room. */
  private placeBeside(row: HTMLElement): void {
    this.element.hidden = false;
    const [at, own] = [row.getBoundingClientRect(), this.element.getBoundingClientRect()];
    const below = at.bottom + own.height < window.innerHeight;
    const top = below ? at.bottom : Math.max(0, at.top - own.height);
    this.element.style.transform = `translate(${Math.max(8, at.left + 40)}px, ${top}px)`;
  }
}
