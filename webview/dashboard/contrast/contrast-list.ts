import type { Contrasted } from '../../../src/protocol/log-shape';
import { element, iconButton } from '../../shared/element';
import { tell, tellSentence } from '../../shared/tell';
import type { FilterTest } from '../terms';
import { barOf } from './contrast-bar';
import { countsText, kindText, ratioText, subjectText } from './contrast-words';

export interface ContrastActions {
  reveal(line: Contrasted['line']): void;
  showOnly(filter: FilterTest): void;
}

/** A row each: what it is, how much more or less, in figures and as a bar from the middle; a press goes to its first line. */
export function contrastList(contrasts: readonly Contrasted[], actions: ContrastActions): HTMLElement {
  return element('ol', { class: 'contrasts' }, ...contrasts.map((one) => rowOf(one, actions)));
}

function rowOf(contrasted: Contrasted, { reveal, showOnly }: ContrastActions): HTMLElement {
  const { direction, line, filter, isSampled, message } = contrasted;
  const told = tellSentence(message);
  const subject = element('bdi', { class: 'contrast-subject' }, subjectText(contrasted));
  const button = element(
    'button',
    { type: 'button', class: 'contrast-main', title: told },
    element('span', { class: 'contrast-kind' }, kindText(contrasted)),
    subject,
    element('span', { class: 'contrast-bar', 'aria-hidden': 'true' }, bar(contrasted)),
    element('span', { class: 'contrast-ratio' }, ratioText(contrasted)),
    element(
      'span',
      { class: 'contrast-counts' },
      countsText(contrasted),
      isSampled ? ` · ${tell('sampled')}` : '',
    ),
  );
  button.addEventListener('click', () => reveal(line));
  const row = element('li', { class: `contrast ${direction}` }, button);
  if (filter) row.append(iconButton('filter', tell('Show only these lines'), () => showOnly(filter)));
  return row;
}

function bar(contrasted: Contrasted): HTMLElement {
  const { from, length } = barOf(contrasted);
  const drawn = element('span', { class: 'contrast-bar-fill' });
  drawn.style.insetInlineStart = `${from * 100}%`;
  drawn.style.inlineSize = `${length * 100}%`;
  return drawn;
}
