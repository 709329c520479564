import type { ViewLine } from '../../../src/protocol/log-lines';
import { delayed } from '../../shared/delayed';
import type { Host } from '../host';
import type { TimelineWindow } from '../timeline-window';
import { type ChartContent, TimelineChart } from './chart';
import { type ChartPlace, linesOf, MarkTitles, placeAt, wordsOf } from './hover-words';
import { KeySteering } from './key-steering';
import { type PickedRanges, RangePicking } from './range-picking';
import type { SurfaceActions } from './surface';
import { Zooming } from './zooming';

export interface SteeringParts extends PickedRanges {
  readonly host: Host;
  readonly window: TimelineWindow;
}

/** A mouse that only passes by asks nothing. */
const restMs = 120;

interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly client: { readonly x: number; readonly y: number };
}

/** What mouse and keys do on the timeline: the view is zoomed, ranges are picked, lines gone to. */
export class Steering implements SurfaceActions {
  readonly chart: TimelineChart;
  readonly zooming: Zooming;
  private readonly picking: RangePicking;
  private readonly keys: KeySteering;
  private readonly titles: MarkTitles;
  private readonly rest = delayed(restMs, () => void this.askTitles());
  private pointed: Pointed | undefined;

  constructor(private readonly parts: SteeringParts) {
    const { host, model, window } = parts;
    this.chart = new TimelineChart(model, window, this);
    this.titles = new MarkTitles(host);
    this.zooming = new Zooming(this.chart, window);
    this.picking = new RangePicking(this.chart, parts);
    const { chart, zooming, picking } = this;
    this.keys = new KeySteering({ host, window, chart, zooming, picking });
  }

  show(content: ChartContent): void {
    if (content.findings !== this.chart.content?.findings) this.titles.clear();
    this.chart.show(content);
    this.keys.drawn();
  }

  hover(x: number, y: number, client: { readonly x: number; readonly y: number }): void {
    this.pointed = { x, y, client };
    const place = this.placeOf(x, y);
    const isPressable = place?.kind === 'incident' || place?.kind === 'marks';
    this.chart.surface.element.classList.toggle('pressable', isPressable);
    const moment = place?.kind === 'bar' ? this.zooming.momentOf(x) : undefined;
    this.parts.window.setCursor(moment ?? null);
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
    const place = this.placeOf(x, y);
    const { content } = this.chart;
    if (place?.kind === 'incident') this.reveal(place.bar.card.first.line);
    if (place?.kind === 'marks' && content)
      this.reveal(content.findings.lines[place.group.worst] as ViewLine);
  }

  drag(from: number, to: number, isSecond: boolean, isDone: boolean): void {
    const first = this.zooming.momentOf(Math.min(from, to));
    const last = this.zooming.momentOf(Math.max(from, to));
    if (first === undefined || last === undefined) return;
    this.picking.pick({ from: first, until: last + 1n }, isSecond);
    this.parts.window.setCursor(null);
    const { left, bottom } = this.chart.surface.element.getBoundingClientRect();
    this.picking.tell(left + to, bottom, false);
    if (isDone) this.picking.commit();
  }

  cancel(): void {
    this.keys.cancel();
  }

  zoom(x: number, factor: number): boolean {
    return this.zooming.at(x, factor);
  }

  pan(pixels: number): boolean {
    return this.zooming.pan(pixels);
  }

  /** From a part to the whole, then from a range to all. */
  back(): void {
    if (!this.zooming.toAll()) this.picking.clear();
  }

  key(event: KeyboardEvent): boolean {
    return this.keys.down(event);
  }

  keyUp(event: KeyboardEvent): void {
    this.keys.up(event);
  }

  private async askTitles(): Promise<void> {
    const { pointed } = this;
    const { content } = this.chart;
    const place = pointed && this.placeOf(pointed.x, pointed.y);
    if (place?.kind !== 'marks' || !content) return;
    const isNew = await this.titles.ask(linesOf(place.group, content)).catch(() => false);
    if (isNew && this.pointed === pointed) this.showWords();
  }

  private showWords(): void {
    const { pointed } = this;
    const { content, tooltip } = this.chart;
    const place = pointed && this.placeOf(pointed.x, pointed.y);
    const words = place && content ? wordsOf(place, content, this.titles) : [];
    if (pointed && words.length > 0) tooltip.show(words, pointed.client.x, pointed.client.y);
    else tooltip.hide();
  }

  private placeOf(x: number, y: number): ChartPlace | undefined {
    const { drawing } = this.chart;
    const moment = this.zooming.momentOf(x);
    return drawing && moment !== undefined ? placeAt(drawing, { x, y, moment }) : undefined;
  }

  private reveal(line: ViewLine): void {
    void this.parts.host.call('reveal', line);
  }
}
