import { element, icon } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { Parts } from '../parts';

/** Where nothing was asked yet and a model is there: what is worth asking of this log, and what is known without asking. */
export function start({ host, model }: Parts): { readonly element: HTMLElement; reflect(): void } {
  const title = element('h2', { id: 'start-title' });
  const list = element('ul', { class: 'suggestions' });
  const made = element('section', { class: 'start', 'aria-labelledby': title.id }, title, list);
  const reflect = () => {
    const { turns, model: chosen, suggestions, problem } = model.state;
    made.hidden = turns.length > 0 || chosen.kind === 'none';
    if (made.hidden) return;
    title.textContent = tell('What do you want to know?');
    const asking = suggestions.map(({ question }) =>
      suggestion('comment', question, problem !== null, () => host.notify('ask', { text: question })),
    );
    const summary = suggestion('checklist', tell('Summarise Without a Model'), problem !== null, () =>
      host.notify('summarise', undefined),
    );
    summary.classList.add('is-summary');
    list.replaceChildren(...[...asking, summary].map((button) => element('li', {}, button)));
  };
  return { element: made, reflect };
}

function suggestion(
  iconName: string,
  words: string,
  isDisabled: boolean,
  press: () => void,
): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: 'suggestion' },
    icon(iconName),
    element('bdi', {}, visibleText(words)),
  );
  button.disabled = isDisabled;
  button.addEventListener('click', press);
  return button;
}
