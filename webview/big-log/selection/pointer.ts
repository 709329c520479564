import type { Viewport } from '../viewport';
import type { Caret } from './caret';
import { isEmpty, type Place } from './selection';

/** What a press on the rows can mean beside selecting. */
export interface Pressed {
  /** With Ctrl or Cmd on a link of the row. */
  link(row: number, link: string): void;
  fold(row: number): void;
  more(row: number): void;
}

/** Pixels a frame for each pixel past the edge. */
const speed = 1;

/**
 * Selecting with the mouse. The browser's own selection ends where rows leave the page, so it is kept out of the rows: a drag goes on
 * past the edge, through rows that are not in the page yet.
 */
export class RowPointer {
  private dragging: PointerEvent | null = null;

  constructor(
    private readonly viewport: Viewport,
    private readonly caret: Caret,
    private readonly pressed: Pressed,
  ) {
    const rows = viewport.element;
    rows.addEventListener('mousedown', (event) => event.preventDefault());
    rows.addEventListener('pointerdown', (event) => this.press(event));
    rows.addEventListener('pointermove', (event) => this.drag(event));
    for (const end of ['pointerup', 'pointercancel'])
      rows.addEventListener(end, () => {
        this.dragging = null;
      });
    rows.addEventListener('click', (event) => this.click(event));
    // A link shows that it can be followed only while it can.
    for (const kind of ['keydown', 'keyup', 'pointermove'] as const)
      rows.addEventListener(kind, (event) =>
        rows.classList.toggle('follows-links', event.ctrlKey || event.metaKey),
      );
  }

  private press(event: PointerEvent): void {
    this.viewport.element.focus({ preventScroll: true });
    const place = this.placeAt(event);
    if (!place || isButton(event.target) || isScrollbar(event, this.viewport.element)) return;
    if (event.button === 2) {
      if (isEmpty(this.caret.selection)) this.caret.goTo(place, false);
      return;
    }
    if (event.button !== 0 || this.follows(event, place)) return;
    if (isGutter(event.target)) this.caret.selectRow(place.row);
    else this.caret.goTo(place, event.shiftKey);
    this.viewport.element.setPointerCapture(event.pointerId);
    this.dragging = event;
  }

  private follows(event: PointerEvent, { row, column }: Place): boolean {
    const link = event.ctrlKey || event.metaKey ? this.viewport.strip.at(row)?.text.linkAt(column) : null;
    if (!link) return false;
    this.pressed.link(row, link);
    return true;
  }

  private drag(event: PointerEvent): void {
    if (!this.dragging) return;
    const isFirst = this.dragging.type === 'pointerdown';
    this.dragging = event;
    if (isFirst) requestAnimationFrame(() => this.scrollPastEdge());
    const place = this.placeAt(event);
    if (place) this.caret.goTo(place, true);
  }

  /** The further past the edge, the faster. */
  private scrollPastEdge(): void {
    const event = this.dragging;
    if (!event) return;
    const { top, bottom } = this.viewport.element.getBoundingClientRect();
    const past = event.clientY < top ? event.clientY - top : Math.max(0, event.clientY - bottom);
    if (past !== 0) {
      this.viewport.scrollBy(past * speed);
      const row = this.viewport.rowAt(past < 0 ? top : bottom - 1);
      this.caret.goTo({ row, column: past < 0 ? 0 : this.caret.textOf(row).length }, true);
    }
    requestAnimationFrame(() => this.scrollPastEdge());
  }

  private click(event: MouseEvent): void {
    const place = this.placeAt(event);
    if (!place) return;
    if (isWithin(event.target, '.fold')) this.pressed.fold(place.row);
    else if (isWithin(event.target, '.more')) this.pressed.more(place.row);
    else if (event.detail === 2 && !event.shiftKey) this.caret.selectWord(place);
    else if (event.detail === 3) this.caret.selectRow(place.row);
  }

  private placeAt(event: MouseEvent): Place | null {
    const { top, bottom } = this.viewport.element.getBoundingClientRect();
    const y = Math.max(top, Math.min(event.clientY, bottom - 1));
    const row = this.viewport.rowAt(y);
    const shown = this.viewport.strip.at(row);
    if (!shown?.row) return null;
    const box = shown.text.element.getBoundingClientRect();
    if (event.clientX <= box.left) return { row, column: 0 };
    const found = document.caretPositionFromPoint(event.clientX, y);
    const column = found ? shown.text.columnOf(found.offsetNode, found.offset) : null;
    return { row, column: column ?? shown.text.text.length };
  }
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

const isButton = (target: EventTarget | null) => isWithin(target, 'button');
const isGutter = (target: EventTarget | null) => isWithin(target, '.gutter');

/** The one at the bottom is the browser's, and inside the element. */
function isScrollbar(event: MouseEvent, rows: HTMLElement): boolean {
  return event.clientY > rows.getBoundingClientRect().top + rows.clientHeight;
}
