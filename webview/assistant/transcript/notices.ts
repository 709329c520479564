import type { Notice } from '../../../src/protocol/assistant';
import { element, icon } from '../../shared/element';
import { visibleText } from '../../shared/visible-text';
import { actButton } from './acts';

const kindIcons: Readonly<Record<Notice['kind'], string>> = {
  information: 'info',
  warning: 'warning',
  error: 'error',
};

/** Why an answer failed or what was left out, and what mends it. */
export function noticeElement({ kind, text, action }: Notice): HTMLElement {
  const words = element('p', {}, element('bdi', {}, visibleText(text)));
  const made = element('li', { class: `notice is-${kind}` }, icon(kindIcons[kind]), words);
  if (action) made.append(actButton(`notice:${action.id}`, action.title));
  return made;
}
