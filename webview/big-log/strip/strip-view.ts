import { element } from '../../shared/element';
import type { Host } from '../host';
import type { LogModel } from '../model';
import type { Viewport } from '../viewport';
import { drawStrip, type StripColours } from './strip-drawing';
import { StripPlaces } from './strip-places';

const smallestWindow = 6;

/** The whole log as a strip beside the scrollbar: by line, of a merge in its order, so that it stays the same whatever is hidden. */
export class StripView {
  readonly element = element('div', { class: 'strip', 'aria-hidden': 'true' });
  private readonly canvas = element('canvas');
  private readonly window = element('div', { class: 'strip-window' });
  private readonly places: StripPlaces;
  private height = 0;
  private scheduled = false;
  private isDragged = false;

  constructor(
    host: Host,
    private readonly model: LogModel,
    private readonly viewport: Viewport,
    /** 0 to 1 of the log's lines. */
    private readonly goTo: (share: number) => void,
  ) {
    this.places = new StripPlaces(host, model, () => this.schedule());
    this.element.append(this.canvas, this.window);
    new ResizeObserver(() => {
      this.height = this.element.clientHeight;
      this.schedule();
    }).observe(this.element);
    // VS Code writes a theme's colours to the root element.
    const themes = new MutationObserver(() => this.schedule());
    themes.observe(document.documentElement, { attributeFilter: ['style'] });
    themes.observe(document.body, { attributeFilter: ['class'] });
    model.listen((change) => {
      if (['analysis', 'found', 'lines'].includes(change)) this.schedule();
    });
    this.element.addEventListener('pointerdown', (event) => this.press(event));
    this.element.addEventListener('pointermove', (event) => this.isDragged && this.go(event));
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'])
      this.element.addEventListener(end, () => {
        this.isDragged = false;
      });
  }

  /** Which lines are seen. */
  showWindow(): void {
    const rows = this.viewport.strip.rows.flatMap(({ row }) => row ?? []);
    const [first, last] = [rows.at(0), rows.at(-1)];
    const lines = Math.max(1, this.model.lines.estimatedLines);
    this.window.hidden = !first || !last;
    if (!first || !last) return;
    const { height } = this;
    const [from, until] = [first.place ?? first.line, last.place ?? last.line];
    const length = Math.max(smallestWindow, ((until - from) / lines) * height);
    const start = Math.max(0, Math.min((from / lines) * height, height - length));
    this.window.style.height = `${length}px`;
    this.window.style.transform = `translateY(${start}px)`;
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.draw();
      this.showWindow();
    });
  }

  private draw(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    const scale = window.devicePixelRatio;
    const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
    if (this.canvas.width !== wide || this.canvas.height !== high) {
      this.canvas.width = wide;
      this.canvas.height = high;
    }
    const context = this.canvas.getContext('2d');
    if (!context || width === 0) return;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawStrip(context, { width, height }, this.model, (line) => this.places.of(line), this.colours());
  }

  private colours(): StripColours {
    const style = getComputedStyle(this.element);
    const of = (name: string) => style.getPropertyValue(name).trim() || 'transparent';
    return {
      critical: of('--oddline-critical'),
      high: of('--oddline-high'),
      medium: of('--oddline-medium'),
      low: of('--oddline-low'),
      error: of('--oddline-strip-error'),
      warning: of('--oddline-strip-warning'),
      other: of('--oddline-strip-other'),
      found: of('--oddline-strip-found'),
    };
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.isDragged = true;
    this.element.setPointerCapture(event.pointerId);
    this.go(event);
  }

  private go(event: PointerEvent): void {
    const { top, height } = this.element.getBoundingClientRect();
    this.goTo(Math.min(1, Math.max(0, (event.clientY - top) / Math.max(1, height))));
  }
}
