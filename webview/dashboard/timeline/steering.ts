import type { ViewLine } from '../../../src/protocol/log-lines';
import { delayed } from '../../shared/delayed';
import type { Model } from '../model';
import type { Host } from '../section';
import type { TimelineWindow } from '../timeline-window';
import { type ChartContent, TimelineChart } from './chart';
import { linesOf, MarkTitles, marksInBar, placeAt, wordsOf } from './hover-words';
import { momentAt, panned, rangeOf, type Stretch, shareOf, widthOf, zoomed } from './stretch';
import type { SurfaceActions } from './surface';
import { stretchWords } from './words';

export interface SteeringParts {
  readonly host: Host;
  readonly model: Model;
  readonly window: TimelineWindow;
  /** Whether the next range that is drawn is what the first one is compared with. */
  readonly picksSecond: () => boolean;
  readonly picked: () => void;
}

/** A mouse that only passes by asks nothing. */
const restMs = 120;
const keyZoom = 2;
const keyPan = 0.5;

interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly client: { readonly x: number; readonly y: number };
}

/** What mouse and keys do on the timeline: the view is zoomed, ranges are picked, lines gone to. */
export class Steering implements SurfaceActions {
  readonly chart: TimelineChart;
  private readonly titles: MarkTitles;
  private readonly rest = delayed(restMs, () => void this.askTitles());
  private pointed: Pointed | undefined;
  /** Where a selection by keys began. */
  private anchor: bigint | null = null;
  private selected: { readonly stretch: Stretch; readonly isSecond: boolean } | null = null;
  private isToBeSaid = false;

  constructor(private readonly parts: SteeringParts) {
    this.titles = new MarkTitles(parts.host);
    this.chart = new TimelineChart(parts.model, parts.window, this);
  }

  show(content: ChartContent): void {
    if (content.findings !== this.chart.content?.findings) this.titles.clear();
    this.chart.show(content);
    if (this.isToBeSaid) this.sayCursor();
  }

  hover(x: number, y: number, client: { readonly x: number; readonly y: number }): void {
    this.pointed = { x, y, client };
    const place = this.placeOf(this.pointed);
    this.chart.surface.element.classList.toggle(
      'pressable',
      place?.kind === 'incident' || place?.kind === 'marks',
    );
    this.parts.window.setCursor(place?.kind === 'bar' ? (this.momentOf(x) ?? null) : null);
    this.showWords();
    if (place?.kind === 'marks') this.rest.ask();
  }

  leave(): void {
    this.pointed = undefined;
    this.rest.drop();
    this.chart.tooltip.hide();
    this.parts.window.setCursor(null);
  }

  press(x: number, y: number): void {
    const place = this.placeOf({ x, y });
    const { content } = this.chart;
    if (place?.kind === 'incident') this.reveal(place.bar.card.first.line);
    if (place?.kind === 'marks' && content)
      this.reveal(content.findings.lines[place.group.worst] as ViewLine);
  }

  drag(from: number, to: number, isSecond: boolean, isDone: boolean): void {
    const { content } = this.chart;
    const [first, last] = [this.momentOf(Math.min(from, to)), this.momentOf(Math.max(from, to))];
    if (!content || first === undefined || last === undefined) return;
    this.select(
      content.volume.snapped({ from: first, until: last + 1n }),
      isSecond || this.parts.picksSecond(),
    );
    const client = this.chart.surface.element.getBoundingClientRect();
    this.parts.window.setCursor(null);
    this.showSelection(client.left + to, client.bottom);
    if (isDone) this.commit();
  }

  cancelDrag(): void {
    this.select(null, false);
    this.anchor = null;
    this.chart.tooltip.hide();
  }

  zoom(x: number, factor: number): boolean {
    const { content, view, drawing } = this.chart;
    const { window } = this.parts;
    if (!content || !view || !drawing || (factor >= 1 && window.view === null)) return false;
    window.setView(zoomed(view, content.all, clampedShare(x / drawing.geometry.plotWidth), factor));
    return true;
  }

  pan(pixels: number): boolean {
    const { drawing } = this.chart;
    return drawing !== undefined && this.panBy(pixels / drawing.geometry.plotWidth);
  }

  /** From a part to the whole, then from a range to all. */
  back(): void {
    const { window } = this.parts;
    if (window.view !== null) window.setView(null);
    else this.clear();
  }

  key(event: KeyboardEvent): boolean {
    const many = event.ctrlKey || event.metaKey ? 10 : 1;
    switch (event.key) {
      case 'ArrowLeft':
        return this.move(-many, event.shiftKey);
      case 'ArrowRight':
        return this.move(many, event.shiftKey);
      case 'Home':
        return this.move(Number.NEGATIVE_INFINITY, event.shiftKey);
      case 'End':
        return this.move(Number.POSITIVE_INFINITY, event.shiftKey);
      case '+':
      case '=':
        return this.zoomAtCursor(1 / keyZoom);
      case '-':
        return this.zoomAtCursor(keyZoom);
      case 'Enter':
        return this.enter();
      case 'Escape':
        return this.escape();
      default:
        return false;
    }
  }

  keyUp({ key }: KeyboardEvent): void {
    if (key === 'Shift' && this.anchor !== null) this.commit();
  }

  zoomAtCursor(factor: number): boolean {
    const { view, drawing } = this.chart;
    const { cursor } = this.parts.window;
    if (!view || !drawing) return false;
    return this.zoom((cursor === null ? 0.5 : shareOf(view, cursor)) * drawing.geometry.plotWidth, factor);
  }

  clear(): void {
    const { model } = this.parts;
    if (model.range !== null) model.setRange(null);
    model.setAgainst(null);
  }

  private panBy(shares: number): boolean {
    const { content } = this.chart;
    const { window } = this.parts;
    if (!content || window.view === null) return false;
    window.setView(panned(window.view, content.all, shares));
    return true;
  }

  private move(bars: number, isSelecting: boolean): boolean {
    const { content, view } = this.chart;
    if (!content || !view) return false;
    const { window } = this.parts;
    const next = this.nextMoment(content, view, bars);
    if (isSelecting) this.anchor ??= window.cursor ?? next;
    window.setCursor(next);
    if (window.view && (next < view.from || next >= view.until))
      this.panBy(next < view.from ? -keyPan : keyPan);
    if (this.anchor !== null && isSelecting) this.selectFromAnchor(content, next);
    this.sayCursor();
    return true;
  }

  private nextMoment({ volume, all }: ChartContent, view: Stretch, bars: number): bigint {
    const { cursor } = this.parts.window;
    const visible = { from: larger(view.from, volume.cover.from), until: view.until };
    if (bars === Number.NEGATIVE_INFINITY) return visible.from;
    if (bars === Number.POSITIVE_INFINITY) return visible.until - 1n;
    if (cursor === null) return bars > 0 ? visible.from : visible.until - 1n;
    const next = cursor + widthOf(volume.stretchOf(0)) * BigInt(bars);
    return next < all.from ? larger(all.from, volume.cover.from) : next >= all.until ? all.until - 1n : next;
  }

  private selectFromAnchor({ volume }: ChartContent, to: bigint): void {
    const from = this.anchor ?? to;
    const stretch = from < to ? { from, until: to + 1n } : { from: to, until: from + 1n };
    this.select(volume.snapped(stretch), this.parts.picksSecond());
  }

  private enter(): boolean {
    if (this.anchor !== null) {
      this.commit();
      return true;
    }
    const { content } = this.chart;
    const { cursor } = this.parts.window;
    if (!content || cursor === null) return false;
    const { worst } = marksInBar(content, content.volume.binAt(cursor));
    if (worst >= 0) this.reveal(content.findings.lines[worst] as ViewLine);
    return worst >= 0;
  }

  private escape(): boolean {
    if (this.anchor !== null) this.cancelDrag();
    else if (this.parts.model.range !== null) this.clear();
    else if (this.parts.window.view !== null) this.parts.window.setView(null);
    else return false;
    return true;
  }

  private select(stretch: Stretch | null, isSecond: boolean): void {
    this.selected = stretch && { stretch, isSecond };
    this.chart.select(this.selected);
  }

  /** A second range needs a first; all of the time is no range. */
  private commit(): void {
    const { selected } = this;
    const { model, picked } = this.parts;
    const { content } = this.chart;
    this.cancelDrag();
    if (!selected || !content) return;
    const { stretch, isSecond } = selected;
    const isAll = stretch.from <= content.all.from && stretch.until >= content.all.until;
    if (isSecond && model.range !== null) model.setAgainst(rangeOf(stretch));
    else model.setRange(isAll ? null : rangeOf(stretch));
    picked();
  }

  private sayCursor(): void {
    const { content, drawing, surface, tooltip } = this.chart;
    const { cursor } = this.parts.window;
    if (!content || !drawing || cursor === null) return;
    const { cover } = content.volume;
    this.isToBeSaid = cursor < cover.from || cursor >= cover.until;
    if (this.isToBeSaid) return;
    const bin = content.volume.binAt(cursor);
    const rect = surface.element.getBoundingClientRect();
    const x = rect.left + shareOf(drawing.view, cursor) * drawing.geometry.plotWidth;
    if (this.selected) this.showSelection(x, rect.bottom, true);
    else tooltip.show(wordsOf({ kind: 'bar', bin }, content, this.titles), x, rect.bottom, true);
  }

  private showSelection(x: number, y: number, isSaid = false): void {
    const { content, tooltip } = this.chart;
    if (!content || !this.selected) return;
    tooltip.show(stretchWords(content.volume, this.selected.stretch, content.zone), x, y, isSaid);
  }

  private async askTitles(): Promise<void> {
    const { pointed } = this;
    const { content } = this.chart;
    const place = pointed && this.placeOf(pointed);
    if (place?.kind !== 'marks' || !content) return;
    const isNew = await this.titles.ask(linesOf(place.group, content)).catch(() => false);
    if (isNew && this.pointed === pointed) this.showWords();
  }

  private showWords(): void {
    const { pointed } = this;
    const { content, tooltip } = this.chart;
    const place = pointed && this.placeOf(pointed);
    const words = place && content ? wordsOf(place, content, this.titles) : [];
    if (pointed && words.length > 0) tooltip.show(words, pointed.client.x, pointed.client.y);
    else tooltip.hide();
  }

  private placeOf({ x, y }: { readonly x: number; readonly y: number }) {
    const { drawing } = this.chart;
    const moment = this.momentOf(x);
    return drawing && moment !== undefined ? placeAt(drawing, { x, y, moment }) : undefined;
  }

  private momentOf(x: number): bigint | undefined {
    const { drawing } = this.chart;
    return drawing && momentAt(drawing.view, clampedShare(x / drawing.geometry.plotWidth));
  }

  private reveal(line: ViewLine): void {
    void this.parts.host.call('reveal', line);
  }
}

function clampedShare(share: number): number {
  return Math.max(0, Math.min(1, share));
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
