import { element, iconButton, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { Parts } from '../parts';
import { Conversations } from './conversations';

/** Which log and which conversation the page is of, the others, and what is kept of it. */
export function header(parts: Parts): HTMLElement {
  const { host, model } = parts;
  const name = element('bdi');
  const title = element('bdi');
  const begin = iconButton('add', tell('New Conversation'), () => host.notify('newConversation', undefined));
  const save = iconButton('save', tell('Save as Report…'), () => host.notify('save', undefined));
  const heading = element('h1', {}, name);
  const reflect = () => {
    const { name: log, conversations, conversation, turns } = model.state;
    const shown = conversations.find(({ id }) => id === conversation);
    setText(name, visibleText(log));
    heading.title = visibleText(log);
    setText(title, shown === undefined ? tell('New conversation') : visibleText(shown.title));
    save.disabled = turns.length === 0;
  };
  model.onChange(({ kind }) => {
    if (kind === 'state' || kind === 'turn') reflect();
  });
  reflect();
  const names = element('div', { class: 'header-names' }, heading, element('p', { class: 'hint' }, title));
  const actions = element('div', { class: 'header-actions' }, new Conversations(parts).element, begin, save);
  return element('header', { class: 'header' }, names, actions);
}
