import { element, setAttribute } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { Viewport } from '../viewport';
import { anchorOfThumb, thumbOf } from './scrollbar';
import { pixelsOfWheel } from './wheel';

/** The view's own scrollbar: a browser's ends where elements get too high, at some 16 million pixels. */
export class ScrollbarView {
  readonly element = element('div', {
    class: 'scrollbar',
    role: 'scrollbar',
    'aria-orientation': 'vertical',
    'aria-label': tell('Scroll through the log'),
    'aria-valuemin': '0',
  });
  private readonly thumb = element('div', { class: 'thumb' });
  /** Where in the thumb it was caught; null while it is not dragged. */
  private grip: number | null = null;
  /** Its height, kept: to ask for it would lay out the page in the midst of every render. */
  private track = 0;

  constructor(
    private readonly viewport: Viewport,
    private readonly total: () => number,
  ) {
    this.element.append(this.thumb);
    new ResizeObserver(() => {
      this.track = this.element.clientHeight;
      this.show();
    }).observe(this.element);
    this.element.addEventListener('pointerdown', (event) => this.press(event));
    this.element.addEventListener('pointermove', (event) => this.drag(event));
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'])
      this.element.addEventListener(end, () => this.release());
    for (const target of [viewport.element, this.element])
      target.addEventListener('wheel', (event) => this.turn(event), { passive: false });
  }

  show(): void {
    const thumb = thumbOf(this.viewport.anchor, this.viewport.extent, this.track);
    this.element.classList.toggle('idle', thumb === null);
    if (!thumb) return;
    this.thumb.style.height = `${thumb.length}px`;
    this.thumb.style.transform = `translateY(${thumb.start}px)`;
    setAttribute(this.element, 'aria-valuemax', String(this.total()));
    setAttribute(this.element, 'aria-valuenow', String(this.viewport.anchor.row + 1));
  }

  private press(event: PointerEvent): void {
    const thumb = thumbOf(this.viewport.anchor, this.viewport.extent, this.track);
    if (event.button !== 0 || !thumb) return;
    event.preventDefault();
    const y = this.heightOf(event);
    if (y < thumb.start || y > thumb.start + thumb.length) {
      this.viewport.scrollBy(Math.sign(y - thumb.start) * this.viewport.extent.viewport);
      return;
    }
    this.grip = y - thumb.start;
    this.element.setPointerCapture(event.pointerId);
    this.element.classList.add('dragged');
  }

  private drag(event: PointerEvent): void {
    if (this.grip === null) return;
    this.viewport.moveTo(anchorOfThumb(this.heightOf(event) - this.grip, this.viewport.extent, this.track));
  }

  private release(): void {
    this.grip = null;
    this.element.classList.remove('dragged');
  }

  private heightOf(event: PointerEvent): number {
    return event.clientY - this.element.getBoundingClientRect().top;
  }

  private turn(event: WheelEvent): void {
    // With Ctrl it zooms, as it does everywhere.
    if (event.ctrlKey) return;
    event.preventDefault();
    const { rowHeight, viewport } = this.viewport.extent;
    const { x, y } = pixelsOfWheel(event, rowHeight, viewport);
    if (x !== 0) this.viewport.element.scrollLeft += x;
    if (y !== 0) this.viewport.scrollBy(y);
  }
}
