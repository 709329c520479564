import { element, setText } from '../shared/element';
import { keep, kept } from '../shared/host';
import { tell } from '../shared/tell';
import { saveReport } from './export/report';
import { saveContent } from './export/save-content';
import { Frame } from './frame/frame';
import { Header } from './header';
import type { Host } from './host';
import type { Model } from './model';
import { Refreshing } from './refreshing';
import { type SectionEntry, sectionTable } from './sections';

/** So much below the screen a card is filled before it is seen. */
const ahead = '200px';
const settleMs = 200;

/** The page: what it is of, then its cards from the shortest answer to the longest list. */
export class Dashboard {
  readonly element: HTMLElement;
  private readonly sections: readonly Refreshing[];
  private readonly header: Header;
  private readonly cards = element('div', { class: 'cards' });
  /** Why the last thing could not be saved. */
  private readonly trouble = element('p', { class: 'notice', role: 'alert' });

  constructor(
    private readonly host: Host,
    private readonly model: Model,
  ) {
    const { size } = model.state;
    const entries = sectionTable.filter(({ isSmall }) => size === 'page' || isSmall);
    this.sections = entries.map((entry) => this.refreshing(entry));
    this.header = new Header(host, model, {
      entries,
      exportReport: (redact) => this.saving(saveReport({ host, model, sections: this.sections, redact })),
    });
    this.cards.append(...this.sections.map(({ frame }) => frame.element));
    this.element = element(
      'div',
      { class: `dashboard ${size}` },
      this.header.element,
      this.trouble,
      element('main', {}, this.cards),
    );
    this.tellTrouble('');
    model.onChange(() => this.reflect());
    this.reflect();
  }

  /** To be called once the element stands in the page. */
  open(): void {
    const byElement = new Map<Element, Refreshing>(this.sections.map((one) => [one.frame.element, one]));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) byElement.get(target)?.onScreen(isIntersecting);
      },
      { root: this.element, rootMargin: ahead },
    );
    for (const one of byElement.keys()) observer.observe(one);
    this.keepPlace();
  }

  /** Resolves when the cards that are seen first are filled. */
  async firstShown(): Promise<void> {
    if (this.cards.hidden) return;
    await Promise.all(this.sections.slice(0, 3).map((section) => section.complete()));
  }

  private refreshing(entry: SectionEntry): Refreshing {
    const { host, model } = this;
    const title = entry.title();
    const frame: Frame = new Frame({
      id: entry.id,
      title,
      save: (content, kind) => void this.saving(saveContent({ host, model, title }, content, kind)),
    });
    if (entry.isHalf) frame.element.classList.add('half');
    const make = async (again: () => void) => (await entry.load())({ host, model, frame, again });
    return new Refreshing(frame, make, model);
  }

  private async saving(work: Promise<void>): Promise<void> {
    this.tellTrouble('');
    try {
      await work;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.tellTrouble(tell('This could not be saved: {0}', text));
    }
  }

  private tellTrouble(text: string): void {
    setText(this.trouble, text);
    this.trouble.hidden = text === '';
  }

  private reflect(): void {
    const { log } = this.model.state;
    this.cards.hidden = log === null;
  }

  /** A page that was hidden comes back where it was. */
  private keepPlace(): void {
    const top = kept('top');
    if (typeof top === 'number') requestAnimationFrame(() => this.element.scrollTo({ top }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.element.addEventListener('scroll', () => {
      clearTimeout(timer);
      timer = setTimeout(() => keep('top', this.element.scrollTop), settleMs);
    });
  }
}
