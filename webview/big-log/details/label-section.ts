import type { LabelWords } from '../../../src/protocol/big-log';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { verdictClass } from '../rows/verdict-sign';

/** What somebody said of the record: who and when, with category and note. */
export function labelSection(label: LabelWords | null): HTMLElement[] {
  if (!label) return [];
  const sign = element('span', { class: verdictClass(label.verdict), 'aria-hidden': 'true' });
  const note = element('p', { class: 'label-note' }, visibleText(label.note));
  return [
    element('h3', {}, tell('Label')),
    element('p', { class: 'label-title' }, sign, element('span', {}, visibleText(label.title))),
    ...(label.note === '' ? [] : [note]),
    element('p', { class: 'label-given' }, visibleText(label.given)),
  ];
}
