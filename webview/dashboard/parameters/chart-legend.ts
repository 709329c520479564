import { element } from '../../shared/element';
import { tell } from '../../shared/tell';

/** What the lines and the band of the number charts are. */
export function chartLegend(): HTMLElement {
  const entry = (name: string, words: string) =>
    element('span', {}, element('span', { class: `key ${name}`, 'aria-hidden': 'true' }), words);
  return element(
    'p',
    { class: 'parameter-legend' },
    entry('median', tell('median')),
    entry('p90', tell('90th percentile')),
    entry('band', tell('lowest to highest')),
  );
}
