import { delayed } from '../../shared/delayed';
import { element, setAttribute, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { leastThreshold, snapped, thresholdBy } from './score-bins';
import { scoreAt, xOf } from './score-histogram';

const pauseMs = 150;

export interface SliderActions {
  /** While it is dragged. */
  readonly moved: (threshold: number) => void;
  /** It rests, or was let go. */
  readonly chosen: (threshold: number) => void;
  readonly countFrom: (threshold: number) => number;
}

/** The line from which on records are marked: dragged, or moved by keys. */
export class SensitivitySlider {
  readonly element: HTMLElement;
  private readonly bubble = element('span', { class: 'sensitivity-count' });
  private width = 0;
  private now = 0;
  private sent = Number.NaN;
  private pointer: number | undefined;
  /** Moved by keys, and not told yet. */
  private isMoved = false;
  private readonly rest = delayed(pauseMs, () => this.send());

  constructor(private readonly actions: SliderActions) {
    this.element = element('div', {
      ...{ class: 'sensitivity', role: 'slider', tabindex: '0' },
      ...{ 'aria-orientation': 'horizontal', 'aria-valuemin': String(leastThreshold), 'aria-valuemax': '1' },
      'aria-label': tell('Score from which on records are marked'),
    });
    this.element.append(element('span', { class: 'grip', 'aria-hidden': 'true' }), this.bubble);
    this.element.addEventListener('pointerdown', (event) => this.grab(event));
    this.element.addEventListener('pointermove', (event) => this.drag(event));
    this.element.addEventListener('pointerup', () => this.letGo());
    this.element.addEventListener('pointercancel', () => this.letGo());
    this.element.addEventListener('keydown', (event) => this.press(event));
  }

  /** It is being moved: what the host says meanwhile is of where it was. */
  get isHeld(): boolean {
    return this.pointer !== undefined;
  }

  /** `isOutdated`: what was chosen last is not taken up yet. */
  show(threshold: number, width: number, isOutdated: boolean): void {
    this.width = width;
    if (!this.isHeld && !this.isMoved && !isOutdated) {
      this.now = threshold;
      this.sent = threshold;
    }
    this.draw();
  }

  get threshold(): number {
    return this.now;
  }

  private draw(): void {
    const x = xOf(this.now, this.width);
    this.element.style.transform = `translateX(${x}px)`;
    this.element.classList.toggle('near-end', x > this.width / 2);
    const count = this.actions.countFrom(this.now);
    const score = this.now.toFixed(2);
    const text =
      count === 1 ? tell('{0}: about 1 record', score) : tell('{0}: about {1} records', score, count);
    setText(this.bubble, text);
    setAttribute(this.element, 'aria-valuenow', this.now.toFixed(2));
    setAttribute(this.element, 'aria-valuetext', text);
  }

  private grab(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.pointer = event.pointerId;
    this.element.setPointerCapture(event.pointerId);
    this.element.focus();
    event.preventDefault();
  }

  private drag({ clientX }: PointerEvent): void {
    const { parentElement: chart } = this.element;
    if (!this.isHeld || !chart) return;
    this.moveTo(snapped(scoreAt(clientX - chart.getBoundingClientRect().left, this.width)));
  }

  private letGo(): void {
    if (!this.isHeld) return;
    this.pointer = undefined;
    this.rest.now();
  }

  private press(event: KeyboardEvent): void {
    const threshold = thresholdBy(event.key, this.now);
    if (threshold === undefined) return;
    event.preventDefault();
    this.moveTo(threshold);
  }

  private moveTo(threshold: number): void {
    if (threshold === this.now) return;
    this.now = threshold;
    this.isMoved = true;
    this.draw();
    this.actions.moved(threshold);
    this.rest.ask();
  }

  private send(): void {
    this.isMoved = false;
    if (this.now === this.sent) return;
    this.sent = this.now;
    this.actions.chosen(this.now);
  }
}
