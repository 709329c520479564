import type { ScoreShape } from '../../../src/protocol/log-shape';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { Section, SectionParts } from '../section';
import type { Shown } from '../shown';
import { Tooltip } from '../tooltip';
import { scoresOf } from './score-answers';
import { binCount, countFrom } from './score-bins';
import { type Histogram, markThreshold, scoreAt, scoreHistogram } from './score-histogram';
import { scoreSentence, scoreTable } from './score-words';
import { SensitivitySlider } from './sensitivity-slider';

export function scoresSection(parts: SectionParts): Section {
  return new ScoresSection(parts);
}

/** How odd the records are, and the line from which on they are marked, which can be moved. */
class ScoresSection implements Section {
  readonly shows = ['log', 'range'] as const;
  private shape: ScoreShape | undefined;
  private histogram: Histogram | undefined;
  private readonly tooltip = new Tooltip();
  private readonly chart = element('div', { class: 'score-chart' });
  private readonly slider: SensitivitySlider;
  private readonly back: HTMLButtonElement;
  /** Choices the host has not taken up yet. */
  private choosing = 0;

  constructor(private readonly parts: SectionParts) {
    this.slider = new SensitivitySlider({
      moved: (threshold) => this.histogram && markThreshold(this.histogram, threshold),
      chosen: (threshold) => void this.choose(threshold),
      countFrom: (threshold) => (this.shape ? countFrom(this.shape.fused, threshold) : 0),
    });
    const title = tell('Back to the setting');
    this.back = element('button', { type: 'button', class: 'text-button', hidden: '' }, title);
    this.back.addEventListener('click', () => void this.choose(null));
    const more = element('span', {}, tell('← more is marked'));
    const less = element('span', {}, tell('less is marked →'));
    const ends = element('div', { class: 'score-ends' }, more, this.back, less);
    parts.frame.body.append(this.chart, ends);
    this.chart.addEventListener('pointermove', (event) => this.point(event));
    this.chart.addEventListener('pointerleave', () => this.tooltip.hide());
    new ResizeObserver(() => this.draw()).observe(this.chart);
  }

  async refresh(signal: AbortSignal): Promise<Shown> {
    const { model } = this.parts;
    const shape = await scoresOf(this.parts, signal);
    this.shape = shape;
    if (shape.records === shape.unscored)
      return { kind: 'empty', text: tell('No detector scored a record here.') };
    this.back.hidden = model.state.log?.sensitivityIsOwn !== true;
    this.draw();
    const sentence = scoreSentence(shape);
    return {
      kind: 'content',
      sentence,
      tables: [scoreTable(shape)],
      picture: () => {
        const drawn = scoreHistogram(shape.fused, 640, sentence);
        markThreshold(drawn, shape.threshold);
        return drawn.picture;
      },
    };
  }

  private draw(): void {
    const { shape } = this;
    const width = this.chart.clientWidth;
    if (!shape || width === 0) return;
    this.slider.show(shape.threshold, width, this.choosing > 0);
    this.histogram = scoreHistogram(shape.fused, width, scoreSentence(shape));
    markThreshold(this.histogram, this.slider.threshold);
    const former = this.chart.querySelector('svg');
    if (former) former.replaceWith(this.histogram.picture);
    else this.chart.append(this.histogram.picture, this.slider.element);
  }

  private point({ clientX, clientY, target }: PointerEvent): void {
    const { shape } = this;
    const { left, width } = this.chart.getBoundingClientRect();
    const bin = Math.floor(scoreAt(clientX - left, width) * binCount);
    const isChart = target instanceof SVGElement;
    if (!shape || !isChart || !(bin >= 0 && bin < binCount)) {
      this.tooltip.hide();
      return;
    }
    const heading = tell('{0} to {1}', (bin / binCount).toFixed(2), ((bin + 1) / binCount).toFixed(2));
    this.tooltip.show([heading, tell('records: {0}', shape.fused[bin])], clientX, clientY);
  }

  /** The host marks anew and says so by another result. Where it cannot, the line goes back. */
  private async choose(threshold: number | null): Promise<void> {
    const { shape } = this;
    this.choosing++;
    const isTaken = await this.parts.host.call('setThreshold', threshold).then(
      () => true,
      () => false,
    );
    this.choosing--;
    if (!isTaken || shape !== this.shape) this.draw();
  }
}
