import { element, setText } from '../shared/element';
import { visibleText } from '../shared/visible-text';

const apart = 12;

/** What stands at a point of a chart, in words: beside the mouse, or beside the keyboard's cursor, and then said as well. */
export class Tooltip {
  /** To be put into the chart: only there is a live text told. */
  readonly element = element('div', { class: 'unseen', 'aria-live': 'polite' });
  private readonly box = element('div', { class: 'tooltip', 'aria-hidden': 'true' });

  /** `x`, `y`: of the viewport. The first line is the heading. */
  show(lines: readonly string[], x: number, y: number, isSaid = false): void {
    const [heading, ...rest] = lines.map(visibleText);
    const parts = rest.map((line) => element('div', {}, element('bdi', {}, line)));
    this.box.replaceChildren(element('strong', {}, element('bdi', {}, heading)), ...parts);
    if (!this.box.isConnected) document.body.append(this.box);
    this.box.hidden = false;
    const { width, height } = this.box.getBoundingClientRect();
    const left = x + apart + width < innerWidth ? x + apart : Math.max(0, x - apart - width);
    const top = y + apart + height < innerHeight ? y + apart : Math.max(0, y - apart - height);
    this.box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    if (isSaid) setText(this.element, lines.map(visibleText).join('. '));
  }

  hide(): void {
    this.box.hidden = true;
  }
}
