import { element } from '../../shared/element';

/** What is done on a chart, in pixels from the left and top of its surface. */
export interface SurfaceActions {
  /** `clientX`, `clientY`: where a tooltip stands. */
  hover(x: number, y: number, client: { readonly x: number; readonly y: number }): void;
  leave(): void;
  press(x: number, y: number): void;
  /** While the button is down, and once when it is let go. */
  drag(from: number, to: number, isSecond: boolean, isDone: boolean): void;
  /** What was being picked is not. */
  cancel(): void;
  /** True where it did something: then the page does not scroll. */
  zoom(x: number, factor: number): boolean;
  pan(pixels: number): boolean;
  back(): void;
  /** True where it did something. */
  key(event: KeyboardEvent): boolean;
  keyUp(event: KeyboardEvent): void;
}

const leastDrag = 4;
/** A wheel that was turning elsewhere, to scroll the page, goes on doing so over the chart. */
const sameTurnMs = 250;
const pixelsALine = 16;
const zoomSpeed = 0.002;

interface Drag {
  readonly from: number;
  readonly pointer: number;
  readonly isSecond: boolean;
  isMoved: boolean;
}

/** Takes mouse, wheel, touch and keys for a chart drawn below it. */
export class Surface {
  readonly element = element('div', { class: 'timeline-surface', tabindex: '0', role: 'application' });
  private dragged: Drag | undefined;
  private turnedElsewhere = Number.NEGATIVE_INFINITY;

  constructor(private readonly actions: SurfaceActions) {
    const { element: target } = this;
    target.addEventListener('pointerdown', (event) => this.down(event));
    target.addEventListener('pointermove', (event) => this.move(event));
    target.addEventListener('pointerup', (event) => this.up(event));
    target.addEventListener('pointercancel', () => this.cancel());
    target.addEventListener('pointerleave', () => actions.leave());
    target.addEventListener('dblclick', () => actions.back());
    target.addEventListener('keydown', (event) => this.key(event));
    target.addEventListener('keyup', (event) => actions.keyUp(event));
    target.addEventListener('blur', () => actions.cancel());
    target.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    window.addEventListener('wheel', (event) => this.wheelSomewhere(event), { capture: true, passive: true });
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.element.setPointerCapture(event.pointerId);
    this.dragged = {
      from: this.x(event),
      pointer: event.pointerId,
      isSecond: event.shiftKey,
      isMoved: false,
    };
  }

  private move(event: PointerEvent): void {
    const { dragged } = this;
    const x = this.x(event);
    if (dragged && Math.abs(x - dragged.from) >= leastDrag) dragged.isMoved = true;
    if (dragged?.isMoved) this.actions.drag(dragged.from, x, dragged.isSecond, false);
    else this.actions.hover(x, this.y(event), { x: event.clientX, y: event.clientY });
  }

  private up(event: PointerEvent): void {
    const { dragged } = this;
    this.dragged = undefined;
    if (!dragged) return;
    if (dragged.isMoved) this.actions.drag(dragged.from, this.x(event), dragged.isSecond, true);
    else this.actions.press(this.x(event), this.y(event));
  }

  private cancel(): boolean {
    const wasDragging = this.dragged !== undefined;
    if (wasDragging) this.actions.cancel();
    this.dragged = undefined;
    return wasDragging;
  }

  private key(event: KeyboardEvent): void {
    const isDone = (event.key === 'Escape' && this.cancel()) || this.actions.key(event);
    if (isDone) event.preventDefault();
  }

  private wheelSomewhere({ target, timeStamp }: WheelEvent): void {
    const isHere = target instanceof Node && this.element.contains(target);
    if (!isHere) this.turnedElsewhere = timeStamp;
  }

  private wheel(event: WheelEvent): void {
    if (event.timeStamp - this.turnedElsewhere < sameTurnMs) {
      this.turnedElsewhere = event.timeStamp;
      return;
    }
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : pixelsALine;
    const [across, down] = event.shiftKey ? [event.deltaX || event.deltaY, 0] : [event.deltaX, event.deltaY];
    const isPan = Math.abs(across) > Math.abs(down);
    const isDone = isPan
      ? this.actions.pan(across * unit)
      : this.actions.zoom(this.x(event), Math.exp(Math.max(-300, Math.min(300, down * unit)) * zoomSpeed));
    if (isDone) event.preventDefault();
  }

  private x({ clientX }: MouseEvent): number {
    return clientX - this.element.getBoundingClientRect().left;
  }

  private y({ clientY }: MouseEvent): number {
    return clientY - this.element.getBoundingClientRect().top;
  }
}
