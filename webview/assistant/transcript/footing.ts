import type { Badge, Turn } from '../../../src/protocol/assistant';
import { element, icon } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { badgeIcons } from '../badge-icons';
import { isRunning } from '../model';
import { actButton, actIcon, type NoticeAction } from './acts';

/** What is under an answer: who gave it, what of it was checked, what it used, and what can be done with it. */
export function footingElement(turn: Turn, isLast: boolean): HTMLElement {
  if (isRunning(turn)) return workingElement(turn);
  const facts = [badgeElement(turn.badge), ...factsOf(turn)];
  return element(
    'div',
    { class: 'footing' },
    element('div', { class: 'facts' }, ...facts),
    element('div', { class: 'turn-actions' }, ...actionsOf(turn, isLast)),
  );
}

function workingElement({ status, badge }: Turn): HTMLElement {
  return element(
    'div',
    { class: 'footing working' },
    icon('loading'),
    element('span', {}, workingWord(status)),
    badgeElement(badge),
    actButton('stop', tell('Stop')),
  );
}

function workingWord(status: Turn['status']): string {
  if (status === 'investigating') return tell('Investigating…');
  return status === 'answering' ? tell('Answering…') : tell('Waiting for the model…');
}

function badgeElement({ kind, text }: Badge): HTMLElement {
  return element(
    'span',
    { class: `badge is-${kind}` },
    icon(badgeIcons[kind]),
    element('bdi', {}, visibleText(text)),
  );
}

function factsOf({ answer: { citations, struck }, usage, status }: Turn): readonly HTMLElement[] {
  const facts: HTMLElement[] = [];
  const count = citations.length;
  if (status === 'stopped') facts.push(element('span', {}, tell('stopped')));
  if (status === 'cut') facts.push(element('span', { class: 'is-cut' }, tell('cut off')));
  if (count > 0)
    facts.push(
      element('span', {}, count === 1 ? tell('1 citation checked') : tell('{0} citations checked', count)),
    );
  if (struck > 0) facts.push(element('span', { class: 'is-struck' }, tell('{0} struck out', struck)));
  if (usage !== '') facts.push(element('span', {}, visibleText(usage)));
  return facts;
}

/** What a notice offers is not offered twice. */
function actionsOf({ answer, report, status, notices }: Turn, isLast: boolean): readonly HTMLElement[] {
  const actions: HTMLElement[] = [];
  const offers = (id: NoticeAction) => notices.some(({ action }) => action?.id === id);
  if (status === 'cut' && !offers('resume')) actions.push(actButton('resume', tell('Resume')));
  const hasText = answer.checked !== '' || answer.rest !== '' || report !== null;
  if (hasText) actions.push(actIcon('copy', 'copy', tell('Copy Answer')));
  if (isLast && !offers('retry')) actions.push(actIcon('retry', 'refresh', tell('Retry')));
  return actions;
}
