import type { FindingMarks, IncidentCard } from '../../../src/protocol/dashboard';
import { element } from '../../shared/element';
import { onThemeChange } from '../colours';
import type { Model } from '../model';
import type { TimelineWindow } from '../timeline-window';
import { Tooltip } from '../tooltip';
import { Bands } from './bands';
import { countScale } from './count-scale';
import { epochSeconds } from './epoch';
import { axisLeft, geometryOf } from './geometry';
import { incidentBars, laneCount } from './incident-lanes';
import { legend } from './legend';
import { markGroups } from './mark-groups';
import { timelinePicture } from './picture';
import { Plot } from './plot';
import { type Stretch, secondsWide, stretchOf } from './stretch';
import { Surface, type SurfaceActions } from './surface';
import type { TimelineDrawing } from './timeline-drawing';
import type { Volume } from './volume';

/** What the chart draws of a log; its view and ranges it takes from the window and the model. */
export interface ChartContent {
  readonly volume: Volume;
  /** First to last time of the log. */
  readonly all: Stretch;
  readonly silences: readonly Stretch[];
  readonly findings: FindingMarks;
  readonly incidents: readonly IncidentCard[];
  readonly zone: string;
}

export interface Pending {
  readonly stretch: Stretch;
  readonly isSecond: boolean;
}

/** Before it stands in the page. */
const usualWidth = 800;

/** Bars with rows of incidents and marks above them, and what lies over them. Draws at most once a frame. */
export class TimelineChart {
  readonly element = element('div', { class: 'timeline' });
  readonly tooltip = new Tooltip();
  readonly surface: Surface;
  drawing: TimelineDrawing | undefined;
  content: ChartContent | undefined;
  isLogarithmic = false;
  private readonly root = element('div', { class: 'timeline-plot' });
  private readonly keys = element('ul', { class: 'timeline-legend' });
  private readonly bands = new Bands();
  private plot: Plot | undefined;
  private pending: Pending | null = null;
  private frame = 0;

  constructor(
    private readonly model: Model,
    private readonly window: TimelineWindow,
    actions: SurfaceActions,
  ) {
    this.surface = new Surface(actions);
    this.surface.element.append(this.bands.element);
    this.element.append(this.root, this.surface.element, this.keys, this.tooltip.element);
    this.window.onChange((changed) => (changed === 'view' ? this.redrawSoon() : this.placeBands()));
    onThemeChange(() => this.redrawSoon());
    new ResizeObserver(() => this.resized()).observe(this.element);
  }

  get view(): Stretch | undefined {
    return this.window.view ?? this.content?.volume.cover;
  }

  get width(): number {
    return this.element.clientWidth || this.drawing?.geometry.width || usualWidth;
  }

  show(content: ChartContent): void {
    this.content = content;
    const legendNow = legend(content.volume);
    this.keys.replaceChildren(...legendNow.childNodes);
    this.redraw();
  }

  select(pending: Pending | null): void {
    this.pending = pending;
    this.placeBands();
  }

  picture(label: string): SVGSVGElement {
    if (!this.drawing) throw new Error('Nothing is drawn.');
    return timelinePicture(this.drawing, label);
  }

  redrawSoon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.redraw());
  }

  placeBands(): void {
    const { drawing, content, model, pending } = this;
    if (!drawing || !content) return;
    const { volume, all } = content;
    const { cursor, highlight } = this.window;
    this.bands.place(
      { view: drawing.view, plotWidth: drawing.geometry.plotWidth },
      {
        range: model.range && stretchOf(model.range, all),
        against: model.against && stretchOf(model.against, all),
        pending: pending?.stretch ?? null,
        isSecond: pending?.isSecond ?? false,
        highlight,
        cursor: cursor === null ? null : volume.stretchOf(volume.binAt(cursor)),
      },
    );
  }

  private resized(): void {
    if (this.element.clientWidth > 0 && this.element.clientWidth !== this.drawing?.geometry.width)
      this.redrawSoon();
  }

  private redraw(): void {
    const { content, view } = this;
    if (!content || !view) return;
    this.drawing = this.drawingOf(content, view);
    if (this.plot) this.plot.draw(this.drawing);
    else this.plot = new Plot(this.root, this.drawing);
    const { style } = this.surface.element;
    const { geometry } = this.drawing;
    style.left = `${axisLeft}px`;
    style.width = `${geometry.plotWidth}px`;
    style.height = `${geometry.plotTop + geometry.plotHeight}px`;
    style.setProperty('--plot-top', `${geometry.plotTop}px`);
    this.placeBands();
  }

  private drawingOf(content: ChartContent, view: Stretch): TimelineDrawing {
    const { volume, zone, silences, findings, incidents } = content;
    const { width } = this;
    const isSmall = this.model.state.size === 'panel';
    const flat = geometryOf({ width, lanes: 0, hasMarks: findings.lines.length > 0, isSmall });
    const bars = incidentBars(incidents, view, flat.plotWidth);
    return {
      volume,
      view,
      zone,
      silences,
      bars,
      scale: countScale(volume.most, this.isLogarithmic),
      groups: markGroups(findings, {
        from: epochSeconds(view.from),
        seconds: secondsWide(view),
        width: flat.plotWidth,
      }),
      geometry: geometryOf({
        width,
        lanes: Math.max(laneCount(bars), laneCount(incidentBars(incidents, content.all, flat.plotWidth))),
        hasMarks: findings.lines.length > 0,
        isSmall,
      }),
    };
  }
}
