/** Of a WheelEvent: how far, in pixels (0), lines (1) or pages (2). */
export interface WheelMove {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly deltaMode: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export interface PixelMove {
  readonly x: number;
  readonly y: number;
}

/** As VS Code's editor: Alt goes five times as fast. */
const fastScroll = 5;

/** How many pixels a turn of the wheel scrolls; Shift turns it sideways. */
export function pixelsOfWheel(move: WheelMove, rowHeight: number, viewport: number): PixelMove {
  const unit = [1, rowHeight, viewport][move.deltaMode] ?? 1;
  const factor = move.altKey ? unit * fastScroll : unit;
  const [x, y] = move.shiftKey && move.deltaX === 0 ? [move.deltaY, 0] : [move.deltaX, move.deltaY];
  return { x: x * factor, y: y * factor };
}
