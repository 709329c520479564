import type { Door } from '../../../src/protocol/assistant';
import { element, icon } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { Parts } from '../parts';

const doorIcons: Readonly<Record<Door['kind'], string>> = {
  local: 'server-environment',
  vscode: 'vscode',
  endpoint: 'key',
};

/** Where no model is chosen yet: who can answer, where the text goes then, and what is there without any. */
export function doors(parts: Parts): HTMLElement {
  const { host, model } = parts;
  const title = element('h2', { id: 'doors-title' }, tell('Who is to answer?'));
  const list = element('ul', { class: 'door-list' });
  const summary = choice(
    'checklist',
    tell('A summary without a model'),
    tell(
      'What the rules found: incidents, where they began, what to look at first. Nothing is sent anywhere.',
    ),
    () => host.notify('summarise', undefined),
  );
  const made = element('section', { class: 'doors', 'aria-labelledby': title.id }, title, list);
  let shown = '';
  const reflect = () => {
    const { model: chosen, turns, problem } = model.state;
    made.hidden = chosen.kind !== 'none';
    made.classList.toggle('small', turns.length > 0);
    summary.disabled = problem !== null || model.running !== undefined;
    if (chosen.kind !== 'none' || JSON.stringify(chosen.doors) === shown) return;
    shown = JSON.stringify(chosen.doors);
    const open = ({ kind, title, detail }: Door) =>
      choice(doorIcons[kind], title, detail, () => host.notify('openDoor', kind));
    list.replaceChildren(...[...chosen.doors.map(open), summary].map((button) => element('li', {}, button)));
  };
  model.onChange(({ kind }) => {
    if (kind === 'state' || kind === 'turn') reflect();
  });
  reflect();
  return made;
}

function choice(iconName: string, title: string, detail: string, press: () => void): HTMLButtonElement {
  const words = element(
    'span',
    { class: 'door-words' },
    element('strong', {}, title),
    element('span', { class: 'door-detail' }, detail),
  );
  const button = element('button', { type: 'button', class: 'door', title: detail }, icon(iconName), words);
  button.addEventListener('click', press);
  return button;
}
