import { element } from '../../shared/element';
import { visibleText } from '../../shared/visible-text';
import type { LabelChip } from './row-look';
import type { Piece, Stretch } from './spans';

/** A stretch of which only a few words are shown, until it is opened. */
export interface FoldedStretch extends Stretch {
  readonly chip: LabelChip;
}

/** Of what is shown whole where a mouse rests on it. */
const mostInTitle = 2000;

/** Labels in the page: their text stays where it is, and so do all columns; what it is folded to lies over it. */
export class FoldedLabels {
  private readonly element: HTMLElement;

  constructor(
    private readonly stretch: FoldedStretch,
    text: string,
  ) {
    const { start, length, chip } = stretch;
    const title = visibleText(text.slice(start, start + Math.min(length, mostInTitle)));
    this.element = element('span', { class: 'labels', 'data-chip': chip.text, title });
    this.element.style.setProperty('--chip-chars', String(chip.width));
  }

  /** Characters that take no room. */
  get spared(): number {
    return this.stretch.length - this.stretch.chip.width;
  }

  /** Puts the nodes of its pieces into its element. */
  around(nodes: readonly Node[], pieces: readonly Piece[]): readonly Node[] {
    const { start, length } = this.stretch;
    const inside = nodes.filter(
      (_, index) => pieces[index].start >= start && pieces[index].end <= start + length,
    );
    const at = nodes.indexOf(inside[0]);
    this.element.replaceChildren(...inside);
    return nodes.toSpliced(at, inside.length, this.element);
  }

  /** Opens where one of the stretches touches it, and closes where none does. */
  openAt(stretches: readonly Stretch[]): void {
    const until = this.stretch.start + this.stretch.length;
    const touches = ({ start, length }: Stretch) => start < until && start + length > this.stretch.start;
    this.element.classList.toggle('open', stretches.some(touches));
  }
}
