import type { Notice } from '../../../src/protocol/assistant';
import { element, icon } from '../../shared/element';

/** What a button of a turn does, in its `data-act`: the turn hears of all clicks within it. */
export type Act = 'copy' | 'retry' | 'resume' | 'stop' | 'edit' | `notice:${NoticeAction}`;

export type NoticeAction = NonNullable<Notice['action']>['id'];

export function actIcon(act: Act, iconName: string, title: string): HTMLElement {
  const attributes = { type: 'button', class: 'icon-button', 'data-act': act, title, 'aria-label': title };
  return element('button', attributes, icon(iconName));
}

export function actButton(act: Act, label: string): HTMLElement {
  return element('button', { type: 'button', class: 'text-button', 'data-act': act }, label);
}
