import type { TimelineWindow } from '../timeline-window';
import type { TimelineChart } from './chart';
import { momentAt, panned, shareOf, zoomed } from './stretch';

/** What the chart draws: wider, narrower, earlier, later. Filters nothing. Each answers whether there was something to do. */
export class Zooming {
  constructor(
    private readonly chart: TimelineChart,
    private readonly window: TimelineWindow,
  ) {}

  /** What is at `x` stays there. */
  at(x: number, factor: number): boolean {
    const { content, view, drawing } = this.chart;
    if (!content || !view || !drawing || (factor >= 1 && this.window.view === null)) return false;
    const share = Math.max(0, Math.min(1, x / drawing.geometry.plotWidth));
    this.window.setView(zoomed(view, content.all, share, factor));
    return true;
  }

  /** What is under the cursor stays there, else the middle. */
  atCursor(factor: number): boolean {
    const { view, drawing } = this.chart;
    const { cursor } = this.window;
    if (!view || !drawing) return false;
    return this.at((cursor === null ? 0.5 : shareOf(view, cursor)) * drawing.geometry.plotWidth, factor);
  }

  pan(pixels: number): boolean {
    const { drawing } = this.chart;
    return drawing !== undefined && this.panBy(pixels / drawing.geometry.plotWidth);
  }

  panBy(shares: number): boolean {
    const { content } = this.chart;
    if (!content || this.window.view === null) return false;
    this.window.setView(panned(this.window.view, content.all, shares));
    return true;
  }

  toAll(): boolean {
    if (this.window.view === null) return false;
    this.window.setView(null);
    return true;
  }

  /** The moment at a place of the plot. */
  momentOf(x: number): bigint | undefined {
    const { drawing } = this.chart;
    return drawing && momentAt(drawing.view, Math.max(0, Math.min(1, x / drawing.geometry.plotWidth)));
  }
}
