import { checkbox, dropdown, textField } from '../../shared/controls';
import { delayed } from '../../shared/delayed';
import { element, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { levelWord } from '../term-words';
import { levelNames } from '../terms';
import type { Listing } from './template-list';

const typingMs = 120;

export type ListingChange = Partial<Pick<Listing, 'search' | 'atLeast' | 'onlyNew'>>;

/** What of the templates is listed: a search, a level, and what is new in the range. */
export class ListingControls {
  readonly element: HTMLElement;
  private readonly search;
  private readonly level;
  private readonly onlyNew;
  private readonly found = element('span', { class: 'found', role: 'status' });

  constructor(listing: Listing, change: (listing: ListingChange) => void) {
    const typed = delayed(typingMs, () => change({ search: this.search.value }));
    this.search = textField({
      label: tell('Search templates'),
      placeholder: tell('Search templates'),
      typed: typed.ask,
    });
    this.level = dropdown(tell('Level'), levelChoices(), (value) => change({ atLeast: Number(value) }));
    this.onlyNew = checkbox(tell('Only new in this range'), (onlyNew) => change({ onlyNew }));
    const { search, level, onlyNew, found } = this;
    this.element = element('div', { class: 'listing-controls' }, search, level, onlyNew, found);
    // The toolkit's elements take their values once they stand in the page.
    requestAnimationFrame(() => {
      search.value = listing.search;
      level.value = String(listing.atLeast);
      onlyNew.checked = listing.onlyNew;
    });
  }

  show(hasRange: boolean, listed: number, all: number): void {
    this.onlyNew.hidden = !hasRange;
    setText(this.found, listed === all ? '' : tell('{0} of {1}', listed, all));
  }
}

function levelChoices() {
  const levels = levelNames.map((name, level) => ({
    value: String(level),
    label: tell('≥ {0}', levelWord(name)),
  }));
  return [{ value: '0', label: tell('All levels') }, ...levels.slice(1)];
}
