import { grouped } from '../../../src/protocol/sentence';
import { element } from '../../shared/element';
import { levelWord } from '../term-words';
import { levelNames } from '../terms';
import type { Volume } from './volume';

/** The levels of what is drawn, with their records, the worst first. */
export function legend(volume: Volume): HTMLElement {
  const items = volume.levels.map((level) => {
    const name = levelNames[level];
    const swatch = element('span', { class: `swatch level-${name}`, 'aria-hidden': 'true' });
    return element(
      'li',
      {},
      swatch,
      `${levelWord(name)} `,
      element('span', { class: 'hint' }, grouped(volume.recordsOfLevel(level))),
    );
  });
  return element('ul', { class: 'timeline-legend' }, ...items);
}
