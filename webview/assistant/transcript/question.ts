import type { ContextChip, Turn } from '../../../src/protocol/assistant';
import { element, icon } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { chipIcons } from '../chips/chip-icons';
import { actIcon } from './acts';
import { lines } from './lines';

/** What was asked, with what went along. */
export function questionElement({ question, context }: Turn, isEditable: boolean): HTMLElement {
  const heading = element('h2', {}, element('bdi', {}, lines(question)));
  const head = element('div', { class: 'asked-head' }, heading);
  if (isEditable) head.append(actIcon('edit', 'edit', tell('Edit and Resend')));
  const made = element('div', { class: 'asked' }, head);
  if (context.length > 0) made.append(wentAlong(context));
  return made;
}

function wentAlong(context: readonly ContextChip[]): HTMLElement {
  const items = context.map(({ kind, title, detail }) =>
    element(
      'li',
      { title: visibleText(detail) },
      icon(chipIcons[kind]),
      element('bdi', {}, visibleText(title)),
      element('span', { class: 'unseen' }, ` ${visibleText(detail)}`),
    ),
  );
  return element('ul', { class: 'went-along', 'aria-label': tell('What went along') }, ...items);
}
