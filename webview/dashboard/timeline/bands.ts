import { element, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { type Stretch, shareOf } from './stretch';

export interface BandPlaces {
  readonly view: Stretch;
  readonly plotWidth: number;
}

/** What is shown over the bars without drawing them anew: ranges, what another card points at, the cursor. */
export class Bands {
  readonly element = element('div', { class: 'timeline-bands', 'aria-hidden': 'true' });
  private readonly range = band('range', '');
  private readonly against = band('against', tell('compared with'));
  private readonly pending = band('pending', '');
  private readonly highlight = band('highlight', '');
  private readonly cursor = band('cursor', '');

  constructor() {
    this.element.append(this.range, this.against, this.highlight, this.pending, this.cursor);
  }

  place(
    { view, plotWidth }: BandPlaces,
    bands: {
      readonly range: Stretch | null;
      readonly against: Stretch | null;
      readonly highlight: Stretch | null;
      readonly pending: Stretch | null;
      readonly isSecond: boolean;
      readonly cursor: Stretch | null;
    },
  ): void {
    const put = (target: HTMLElement, stretch: Stretch | null) => placeBand(target, stretch, view, plotWidth);
    put(this.range, bands.range);
    put(this.against, bands.against);
    put(this.highlight, bands.highlight);
    put(this.pending, bands.pending);
    put(this.cursor, bands.cursor);
    this.pending.classList.toggle('second', bands.isSecond);
  }
}

function band(kind: string, label: string): HTMLElement {
  const made = element('div', { class: `timeline-band ${kind}` });
  setText(made, label);
  made.hidden = true;
  return made;
}

function placeBand(target: HTMLElement, stretch: Stretch | null, view: Stretch, width: number): void {
  const from = stretch ? Math.max(0, shareOf(view, stretch.from)) : 1;
  const until = stretch ? Math.min(1, shareOf(view, stretch.until)) : 0;
  target.hidden = until <= from;
  if (target.hidden) return;
  target.style.transform = `translateX(${from * width}px)`;
  target.style.width = `${Math.max(1, (until - from) * width)}px`;
}
