import type { Model } from '../model';
import type { TimelineChart } from './chart';
import { rangeOf, type Stretch } from './stretch';
import { stretchWords } from './words';

export interface PickedRanges {
  readonly model: Model;
  /** Whether the next range that is drawn is what the first one is compared with. */
  readonly picksSecond: () => boolean;
  readonly picked: () => void;
}

/** A range while it is drawn, which filters nothing; once it stands it is the model's. */
export class RangePicking {
  private selected: { readonly stretch: Stretch; readonly isSecond: boolean } | null = null;

  constructor(
    private readonly chart: TimelineChart,
    private readonly ranges: PickedRanges,
  ) {}

  get isPicking(): boolean {
    return this.selected !== null;
  }

  /** Whole bars that the stretch touches. */
  pick(stretch: Stretch, isSecond = false): void {
    const { content } = this.chart;
    if (!content) return;
    this.selected = {
      stretch: content.volume.snapped(stretch),
      isSecond: isSecond || this.ranges.picksSecond(),
    };
    this.chart.select(this.selected);
  }

  /** Says what is picked, at a place of the viewport. */
  tell(x: number, y: number, isSaid: boolean): void {
    const { content, tooltip } = this.chart;
    if (!content || !this.selected) return;
    tooltip.show(stretchWords(content.volume, this.selected.stretch, content.zone), x, y, isSaid);
  }

  cancel(): void {
    this.selected = null;
    this.chart.select(null);
    this.chart.tooltip.hide();
  }

  /** A second range needs a first; all of the time is no range. */
  commit(): void {
    const { selected } = this;
    const { content } = this.chart;
    const { model, picked } = this.ranges;
    this.cancel();
    if (!selected || !content) return;
    const { stretch, isSecond } = selected;
    const isAll = stretch.from <= content.all.from && stretch.until >= content.all.until;
    if (isSecond && model.range !== null) model.setAgainst(rangeOf(stretch));
    else model.setRange(isAll ? null : rangeOf(stretch));
    picked();
  }

  /** False where there was no range. */
  clear(): boolean {
    const { model } = this.ranges;
    const hadRange = model.range !== null || model.against !== null;
    if (model.range !== null) model.setRange(null);
    model.setAgainst(null);
    return hadRange;
  }
}
