import type { Frame } from '../frame/frame';
import { markCursor } from '../mark-cursor';
import { Tooltip } from '../tooltip';
import { type HeatGrid, heatGrid } from './heat-grid';

/** A grid in a card, as wide as that is. */
export class DrawnHeat {
  private readonly tooltip = new Tooltip();
  private grid: HeatGrid | undefined;
  private width = 0;

  constructor(private readonly frame: Frame) {
    new ResizeObserver(() => this.draw(false)).observe(frame.body);
  }

  show(grid: HeatGrid | undefined): void {
    this.grid = grid;
    this.draw(true);
  }

  private draw(isNew: boolean): void {
    const { grid, frame, tooltip } = this;
    const width = frame.body.clientWidth;
    if (!grid) {
      frame.body.replaceChildren();
      return;
    }
    if (width === 0 || (!isNew && width === this.width)) return;
    this.width = width;
    const { picture, marks } = heatGrid(grid, width, frame.title);
    const hadFocus = frame.body.contains(document.activeElement);
    picture.classList.add('heat');
    markCursor({ surface: picture, label: frame.title, role: 'grid', marks, tooltip });
    frame.body.replaceChildren(picture);
    if (hadFocus) picture.focus();
  }
}
