import type { Timeline } from '../../../src/protocol/log-shape';
import { delayed } from '../../shared/delayed';
import { iconButton, setAttribute } from '../../shared/element';
import { keep, kept } from '../../shared/host';
import { tell } from '../../shared/tell';
import { toggle } from '../../shared/toggle';
import type { Section, SectionParts } from '../section';
import type { Shown } from '../shown';
import type { DashboardLog } from '../terms';
import { type TimelineWindow, timelineWindowOf } from '../timeline-window';
import { Answers } from './answers';
import type { ChartContent } from './chart';
import { epochSeconds } from './epoch';
import { plotWidthOf } from './geometry';
import { incidentStretch } from './incident-lanes';
import { keepView, restoredView } from './kept-view';
import { marksWithin } from './mark-groups';
import { Steering } from './steering';
import { type Stretch, stretchOf } from './stretch';
import { isUneven, Volume } from './volume';
import { type TimelineTold, timelineSentence, timelineTables } from './words';

/** Volume over time with what was found in it; the whole page is steered from here. */
export function timelineSection(parts: SectionParts): Section {
  return new TimelineSection(parts);
}

const pixelsABar = 5;
const settleMs = 120;

class TimelineSection implements Section {
  readonly shows = ['log', 'range', 'against', 'zone'] as const;
  private readonly window: TimelineWindow;
  private readonly steering: Steering;
  private readonly answers: Answers;
  private readonly second = toggle(
    'git-compare',
    tell('Pick a second range to compare with'),
    () => undefined,
  );
  private readonly logarithm = toggle('graph-line', tell('Logarithmic scale'), (isOn) => this.scale(isOn));
  private readonly later = delayed(settleMs, () => this.parts.again());
  /** Of the log that was drawn last. */
  private extent: Stretch | undefined;

  constructor(private readonly parts: SectionParts) {
    const { host, model, frame } = parts;
    this.window = timelineWindowOf(model);
    this.steering = new Steering({
      host,
      model,
      window: this.window,
      picksSecond: () => this.second.isOn,
      picked: () => this.second.set(false),
    });
    const { chart } = this.steering;
    this.answers = new Answers(host, model, this.window, () =>
      Math.floor(plotWidthOf(chart.width) / pixelsABar),
    );
    setAttribute(chart.surface.element, 'aria-label', frame.title);
    setAttribute(chart.surface.element, 'aria-description', keysText());
    frame.body.append(chart.element);
    frame.controls.append(...this.controls());
    this.logarithm.set(kept('timelineLogarithm') === true);
    this.logarithm.element.hidden = true;
    new ResizeObserver(() => this.answers.isCoarse && this.later.ask()).observe(frame.body);
    this.window.onChange((changed) => changed === 'view' && this.viewChanged());
  }

  async refresh(signal: AbortSignal): Promise<Shown> {
    const { model, frame } = this.parts;
    const { log } = model.state;
    const all = log && extentOf(log);
    frame.controls.hidden = !all;
    if (!log) return { kind: 'empty', text: tell('This log was not analysed yet.') };
    if (!all) return withoutTimes;
    this.follow(all);
    const timeline = await this.answers.current(signal);
    return timeline ? this.draw(log, timeline, all) : withoutTimes;
  }

  private draw(log: DashboardLog, timeline: Timeline, all: Stretch): Shown {
    const volume = new Volume(timeline);
    const silences = timeline.silences.map((silence) => stretchOf(silence, all));
    const { zone } = this.parts.model.state;
    const { findings, incidents } = log;
    const content = { volume, all, silences, findings, incidents, zone };
    this.showContent(content);
    const told = toldOf(content, this.window.view ?? volume.cover);
    const sentence = timelineSentence(told);
    return {
      kind: 'content',
      sentence,
      tables: timelineTables(told),
      picture: () => this.steering.chart.picture(sentence),
    };
  }

  private showContent(content: ChartContent): void {
    const { chart } = this.steering;
    const { element } = this.logarithm;
    element.hidden = !isUneven(content.volume);
    chart.isLogarithmic = this.logarithm.isOn && !element.hidden;
    this.steering.show(content);
  }

  /** A log that grew keeps its view, or its end; one that is shown again takes up the view it had. */
  private follow(all: Stretch): void {
    if (this.extent) this.window.grown(this.extent, all);
    else this.window.setView(restoredView(all));
    this.extent = all;
    // Whoever follows asks for this view itself.
    this.later.drop();
  }

  private viewChanged(): void {
    keepView(this.window.view);
    this.later.ask();
  }

  private scale(isLogarithmic: boolean): void {
    const { chart } = this.steering;
    chart.isLogarithmic = isLogarithmic;
    keep('timelineLogarithm', isLogarithmic);
    chart.redrawSoon();
  }

  private controls(): readonly HTMLElement[] {
    const { steering } = this;
    const zoomIn = iconButton('zoom-in', tell('Zoom In'), () => steering.zooming.atCursor(0.5));
    const zoomOut = iconButton('zoom-out', tell('Zoom Out'), () => steering.zooming.atCursor(2));
    const all = iconButton('screen-full', tell('Show the Whole Log'), () => this.window.setView(null));
    const isPage = this.parts.model.state.size === 'page';
    return [this.logarithm.element, ...(isPage ? [this.second.element] : []), zoomOut, zoomIn, all];
  }
}

const withoutTimes: Shown = {
  kind: 'empty',
  get text() {
    return tell('No record has a time, so nothing can be drawn over time. The other cards work without.');
  },
};

/** Of what is in view. */
function toldOf({ volume, zone, silences, findings, incidents }: ChartContent, view: Stretch): TimelineTold {
  return {
    volume,
    zone,
    anomalies: marksWithin(findings, epochSeconds(view.from), epochSeconds(view.until)).count,
    incidents: incidents.filter((card) => overlaps(incidentStretch(card), view)).length,
    silences: silences.filter((silence) => overlaps(silence, view)),
  };
}

function overlaps(stretch: Stretch | null, view: Stretch): boolean {
  return stretch !== null && stretch.from < view.until && stretch.until > view.from;
}

function keysText(): string {
  return tell(
    'Arrow keys go from bar to bar and with Shift pick a range, plus and minus zoom, Enter goes to a line, Escape shows all.',
  );
}

function extentOf({ firstTime, lastTime }: DashboardLog): Stretch | undefined {
  if (firstTime === null || lastTime === null) return undefined;
  return { from: BigInt(firstTime), until: BigInt(lastTime) + 1n };
}
