import type { MetricsAnswer } from '../../../src/protocol/metrics';
import { delayed } from '../../shared/delayed';
import { element, iconButton } from '../../shared/element';
import { tell, tellSentence } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { Section, SectionParts } from '../section';
import type { Shown } from '../shown';
import { momentText, nanosOf } from '../time-words';
import { plotWidthOf } from '../timeline/geometry';
import { rangeOf, type Stretch } from '../timeline/stretch';
import { type TimelineWindow, timelineWindowOf } from '../timeline-window';
import { metricsPicture } from './metric-picture';
import { metricRows, metricText, mostStriking, summaryOf } from './metric-rows';
import { metricTables } from './metric-tables';
import { MetricsChart } from './metrics-chart';

/** Figures of the system over the same time as the log, so that a spike and a burst are seen together. */
export function metricsSection(parts: SectionParts): Section {
  return new MetricsSection(parts);
}

const settleMs = 150;
const mostPoints = 2000;

class MetricsSection implements Section {
  readonly shows = ['log', 'metrics', 'zone'] as const;
  private readonly window: TimelineWindow;
  private readonly chart: MetricsChart;
  private readonly notes = element('ul', { class: 'metric-notes hint' });
  private readonly changes = element('span', { class: 'card-controls' });
  private readonly later = delayed(settleMs, () => this.parts.again());

  constructor(private readonly parts: SectionParts) {
    const { model, frame } = parts;
    this.window = timelineWindowOf(model);
    this.chart = new MetricsChart(this.window);
    frame.body.append(this.chart.element, this.notes);
    this.changes.append(
      iconButton('add', tell('Add Metrics…'), () => this.run('addMetrics')),
      iconButton('trash', tell('Remove Metrics'), () => this.run('removeMetrics')),
    );
    frame.controls.append(this.changes);
    this.window.onChange((changed) => {
      if (changed === 'view' && this.chart.isDrawn) this.viewChanged();
    });
  }

  async refresh(signal: AbortSignal): Promise<Shown> {
    const { host, model } = this.parts;
    const { metricsOrigins } = model.state;
    this.changes.hidden = metricsOrigins === 0;
    const view = this.view();
    if (view === undefined)
      return {
        kind: 'empty',
        text: tell('No record has a time, so there is no axis of time to put metrics on.'),
      };
    if (metricsOrigins === 0) return this.offer();
    const points = Math.min(mostPoints, plotWidthOf(this.chart.width));
    const { from, until } = rangeOf(view);
    if (from === null || until === null) return this.offer();
    const answer = await host.call('metrics', { from, until, points }, { signal });
    return signal.aborted ? this.offer() : this.draw(answer);
  }

  private draw(answer: MetricsAnswer): Shown {
    const { zone } = this.parts.model.state;
    const notes = answer.notes.map((note) => visibleText(tellSentence(note)));
    const view = this.view();
    if (answer.series.length === 0 || view === undefined)
      return { kind: 'empty', text: [tell('There are no figures in this time.'), ...notes].join(' ') };
    this.notes.replaceChildren(...notes.map((note) => element('li', {}, note)));
    const rows = metricRows(answer.series);
    this.chart.show(rows, view, zone);
    const sentence = sentenceOf(answer, zone);
    return {
      kind: 'content',
      sentence,
      tables: metricTables(rows, answer.series, zone),
      picture: () => metricsPicture({ rows, view, zone, width: this.chart.width, label: sentence }),
    };
  }

  private offer(): Shown {
    return {
      kind: 'empty',
      text: tell(
        'CPU, memory, latency or error rate can stand here on the same axis of time as the log: from a CSV file, or from Prometheus.',
      ),
      cure: { label: tell('Add Metrics…'), press: () => this.run('addMetrics') },
    };
  }

  /** What the timeline shows, or all of the log. */
  private view(): Stretch | undefined {
    const { log } = this.parts.model.state;
    if (!log || log.firstTime === null || log.lastTime === null) return undefined;
    return this.window.view ?? { from: BigInt(log.firstTime), until: BigInt(log.lastTime) + 1n };
  }

  private viewChanged(): void {
    const view = this.view();
    if (view) this.chart.move(view);
    this.later.ask();
  }

  private run(command: 'addMetrics' | 'removeMetrics'): void {
    void this.parts.host.call('run', command);
  }
}

function sentenceOf({ series }: MetricsAnswer, zone: string): string {
  const count = series.length === 1 ? tell('1 series.') : tell('{0} series.', series.length);
  const striking = mostStriking(series);
  const summary = striking && summaryOf(striking);
  if (!striking || !summary) return count;
  const { highest, median, highestAt } = summary;
  const { name, unit } = striking;
  const stood = tell(
    '{0} stood out most: {1} at {2}, {3} is usual.',
    visibleText(name),
    metricText(highest, unit),
    momentText(nanosOf(highestAt), zone),
    metricText(median, unit),
  );
  return `${count} ${stood}`;
}
