import { element, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { onThemeChange, seriesColour } from '../colours';
import { momentText } from '../time-words';
import { epochSeconds } from '../timeline/epoch';
import { axisLeft, plotWidthOf } from '../timeline/geometry';
import { momentAt, type Stretch, secondsWide, shareOf } from '../timeline/stretch';
import type { TimelineWindow } from '../timeline-window';
import { MetricPlot } from './metric-plot';
import { type MetricRow, metricText, valueAt } from './metric-rows';

const usualWidth = 800;
const keyStep = 0.01;

/** Rows of lines below each other, with one cursor through them that is the timeline's as well. */
export class MetricsChart {
  readonly element = element('div', { class: 'metrics' });
  private readonly rowsElement = element('div');
  private readonly said = element('div', { class: 'unseen', 'aria-live': 'polite' });
  private readonly cursor = element('div', { class: 'metric-cursor', 'aria-hidden': 'true' });
  private readonly surface = element('div', {
    class: 'metric-surface',
    tabindex: '0',
    role: 'application',
    'aria-label': tell('System Metrics'),
    'aria-description': tell('Arrow keys move through time.'),
  });
  private shown: readonly MetricRow[] = [];
  private plots: readonly MetricPlot[] = [];
  private labels: readonly (readonly HTMLElement[])[] = [];
  private view: Stretch | undefined;
  private zone = 'UTC';
  private frame = 0;

  constructor(private readonly window: TimelineWindow) {
    this.surface.append(this.cursor);
    this.element.append(this.rowsElement, this.surface, this.said);
    this.surface.addEventListener('pointermove', ({ clientX }) => this.point(clientX));
    this.surface.addEventListener('pointerleave', () => this.window.setCursor(null));
    this.surface.addEventListener('keydown', (event) => this.key(event));
    window.onChange((changed) => changed === 'cursor' && this.placeCursor());
    onThemeChange(() => this.redrawSoon());
    new ResizeObserver(() => this.redrawSoon()).observe(this.element);
  }

  get isDrawn(): boolean {
    return this.view !== undefined;
  }

  get width(): number {
    return this.element.clientWidth || usualWidth;
  }

  show(rows: readonly MetricRow[], view: Stretch, zone: string): void {
    this.shown = rows;
    this.view = view;
    this.zone = zone;
    this.redraw();
  }

  /** The lines there are, over another time. */
  move(view: Stretch): void {
    this.view = view;
    this.redrawSoon();
  }

  private redrawSoon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.redraw());
  }

  private redraw(): void {
    const { view, zone, width } = this;
    if (!view) return;
    const drawings = this.shown.map((row, index) => ({
      row,
      view,
      zone,
      width,
      origin: view.from,
      isLast: index === this.shown.length - 1,
    }));
    const isSame =
      this.plots.length === drawings.length && drawings.every((drawing, i) => this.plots[i].draw(drawing));
    if (!isSame) this.rebuild(drawings);
    this.placeCursor();
  }

  private rebuild(drawings: readonly ConstructorParameters<typeof MetricPlot>[1][]): void {
    for (const plot of this.plots) plot.destroy();
    this.rowsElement.replaceChildren();
    const labels: (readonly HTMLElement[])[] = [];
    this.plots = drawings.map((drawing) => {
      const { head, values } = rowHead(drawing.row);
      labels.push(values);
      const root = element('div');
      this.rowsElement.append(head, root);
      return new MetricPlot(root, drawing);
    });
    this.labels = labels;
  }

  private point(clientX: number): void {
    const { view } = this;
    const { left, width } = this.surface.getBoundingClientRect();
    if (view) this.window.setCursor(momentAt(view, Math.max(0, Math.min(1, (clientX - left) / width))));
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
    const { view } = this;
    if (step === undefined || !view) return;
    event.preventDefault();
    const { cursor } = this.window;
    const share = cursor === null ? 0.5 : shareOf(view, cursor) + step;
    this.window.setCursor(momentAt(view, Math.max(0, Math.min(1, share))));
    setText(this.said, this.words().join('. '));
  }

  private placeCursor(): void {
    const { view } = this;
    const { cursor } = this.window;
    const share = view && cursor !== null ? shareOf(view, cursor) : -1;
    this.surface.style.left = `${axisLeft}px`;
    this.surface.style.width = `${plotWidthOf(this.width)}px`;
    this.cursor.hidden = share < 0 || share > 1;
    this.cursor.style.transform = `translateX(${share * plotWidthOf(this.width)}px)`;
    for (const [i, row] of this.shown.entries())
      for (const [j, series] of row.series.entries()) {
        const value = cursor === null ? Number.NaN : valueAt(series, epochSeconds(cursor));
        const target = this.labels[i]?.[j];
        if (target) setText(target, Number.isNaN(value) ? '' : metricText(value, row.unit));
      }
  }

  private words(): readonly string[] {
    const { view } = this;
    const { cursor } = this.window;
    if (!view || cursor === null) return [];
    const seconds = epochSeconds(cursor);
    const values = this.shown.flatMap(({ series, unit }) =>
      series.map((one) => `${visibleText(one.name)} ${metricText(valueAt(one, seconds), unit)}`),
    );
    return [momentText(String(cursor), this.zone, secondsWide(view)), ...values];
  }
}

/** What its lines are called, and their values under the cursor. */
function rowHead({ series, unit, left }: MetricRow): {
  readonly head: HTMLElement;
  readonly values: readonly HTMLElement[];
} {
  const values = series.map(() => element('span', { class: 'metric-value' }));
  const names = series.map(({ name }, index) => {
    const swatch = element('span', { class: 'swatch', 'aria-hidden': 'true' });
    swatch.style.background = seriesColour(index);
    const shown = visibleText(name);
    return element('li', { title: shown }, swatch, element('bdi', {}, shown), values[index]);
  });
  if (left > 0) names.push(element('li', { class: 'hint' }, tell('{0} more are not drawn', left)));
  const parts = unit === '' ? [] : [element('span', { class: 'metric-unit hint' }, unit)];
  return { head: element('div', { class: 'metric-head' }, ...parts, element('ul', {}, ...names)), values };
}
