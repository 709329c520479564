import type { RowLabel } from '../../src/protocol/dashboard';
import { element, icon } from '../shared/element';
import { tell } from '../shared/tell';
import { visibleText } from '../shared/visible-text';

/** As in the Labels view. */
const icons: Readonly<Record<RowLabel['verdict'], string>> = { anomalous: 'flame', normal: 'pass' };

/** What people said of what a row shows: the sign and the words, which hold what somebody typed. */
export function labelSign({ verdict, words }: RowLabel): HTMLElement {
  const shown = visibleText(words);
  const told = tell('Label: {0}', shown);
  return element(
    'span',
    { class: `label-sign is-${verdict}`, title: told },
    icon(icons[verdict]),
    element('bdi', { class: 'label-words', 'aria-hidden': 'true' }, shown),
    element('span', { class: 'unseen' }, told),
  );
}
