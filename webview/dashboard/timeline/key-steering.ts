import type { ViewLine } from '../../../src/protocol/log-lines';
import type { Host } from '../host';
import type { TimelineWindow } from '../timeline-window';
import type { ChartContent, TimelineChart } from './chart';
import { marksInBar } from './hover-words';
import type { RangePicking } from './range-picking';
import { type Stretch, shareOf, widthOf } from './stretch';
import { barWords } from './words';
import type { Zooming } from './zooming';

export interface KeySteeringParts {
  readonly host: Host;
  readonly window: TimelineWindow;
  readonly chart: TimelineChart;
  readonly picking: RangePicking;
  readonly zooming: Zooming;
}

const zoomFactor = 2;
const panShare = 0.5;
const manyBars = 10;

/** The timeline by keys: a cursor that goes from bar to bar, says what is there, and picks ranges. */
export class KeySteering {
  /** Where a range that is being picked began. */
  private anchor: bigint | null = null;
  /** The cursor left what was drawn: its bar is told once it is there. */
  private isToBeSaid = false;

  constructor(private readonly parts: KeySteeringParts) {}

  /** True where it did something. */
  down(event: KeyboardEvent): boolean {
    const { zooming } = this.parts;
    const bars = barsOf(event);
    if (bars !== undefined) return this.move(bars, event.shiftKey);
    switch (event.key) {
      case '+':
      case '=':
        return zooming.atCursor(1 / zoomFactor);
      case '-':
        return zooming.atCursor(zoomFactor);
      case 'Enter':
        return this.enter();
      case 'Escape':
        return this.escape();
      default:
        return false;
    }
  }

  up({ key }: KeyboardEvent): void {
    if (key === 'Shift' && this.anchor !== null) this.commit();
  }

  /** What was being picked is not. */
  cancel(): void {
    this.anchor = null;
    this.parts.picking.cancel();
  }

  /** New bars stand there. */
  drawn(): void {
    if (this.isToBeSaid) this.say();
  }

  private move(bars: number, isPicking: boolean): boolean {
    const { window, chart, zooming, picking } = this.parts;
    const { content, view } = chart;
    if (!content || !view) return false;
    const next = nextMoment(content, view, window.cursor, bars);
    if (isPicking) this.anchor ??= window.cursor ?? next;
    window.setCursor(next);
    if (next < view.from || next >= view.until) zooming.panBy(next < view.from ? -panShare : panShare);
    if (isPicking) picking.pick(between(this.anchor ?? next, next));
    this.say();
    return true;
  }

  private enter(): boolean {
    if (this.anchor !== null) {
      this.commit();
      return true;
    }
    const { content } = this.parts.chart;
    const { cursor } = this.parts.window;
    if (!content || cursor === null) return false;
    const bin = content.volume.binAt(cursor);
    const { worst } = marksInBar(content, bin);
    if (worst >= 0) this.reveal(content.findings.lines[worst] as ViewLine);
    else if (content.volume.totals[bin] > 0) void this.revealFirst(content.volume.stretchOf(bin));
    return true;
  }

  private async revealFirst({ from }: Stretch): Promise<void> {
    const line = await this.parts.host.call('lineOfTime', String(from));
    if (line !== null) void this.parts.host.call('revealAnalysed', line);
  }

  private escape(): boolean {
    const { picking, zooming } = this.parts;
    if (this.anchor === null) return picking.clear() || zooming.toAll();
    this.cancel();
    return true;
  }

  private commit(): void {
    this.anchor = null;
    this.parts.picking.commit();
  }

  private say(): void {
    const { window, chart, picking } = this.parts;
    const { content, drawing, surface, tooltip } = chart;
    const { cursor } = window;
    if (!content || !drawing || cursor === null) return;
    const { volume, zone } = content;
    this.isToBeSaid = cursor < volume.cover.from || cursor >= volume.cover.until;
    if (this.isToBeSaid) return;
    const { left, bottom } = surface.element.getBoundingClientRect();
    const x = left + shareOf(drawing.view, cursor) * drawing.geometry.plotWidth;
    const bin = volume.binAt(cursor);
    if (picking.isPicking) picking.tell(x, bottom, true);
    else tooltip.show(barWords(volume, bin, zone, marksInBar(content, bin).count), x, bottom, true);
  }

  private reveal(line: ViewLine): void {
    void this.parts.host.call('reveal', line);
  }
}

/** How far the cursor goes; undefined for keys that do not move it. */
function barsOf({ key, ctrlKey, metaKey }: KeyboardEvent): number | undefined {
  const many = ctrlKey || metaKey ? manyBars : 1;
  switch (key) {
    case 'ArrowLeft':
      return -many;
    case 'ArrowRight':
      return many;
    case 'Home':
      return Number.NEGATIVE_INFINITY;
    case 'End':
      return Number.POSITIVE_INFINITY;
    default:
      return undefined;
  }
}

/** Home and End go to the ends of what is drawn; arrows go on to the ends of the log. */
function nextMoment(
  { volume, all }: ChartContent,
  view: Stretch,
  cursor: bigint | null,
  bars: number,
): bigint {
  const first = larger(view.from, volume.cover.from);
  const last = smaller(view.until, volume.cover.until) - 1n;
  if (bars === Number.NEGATIVE_INFINITY) return first;
  if (bars === Number.POSITIVE_INFINITY) return last;
  if (cursor === null) return bars > 0 ? first : last;
  const next = cursor + widthOf(volume.stretchOf(0)) * BigInt(bars);
  return larger(all.from, smaller(all.until - 1n, next));
}

function between(a: bigint, b: bigint): Stretch {
  return { from: smaller(a, b), until: larger(a, b) + 1n };
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
