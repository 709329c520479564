import type { Step } from '../../../src/protocol/assistant';
import { element, icon, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { patch } from '../markdown/patch';
import { lines } from './lines';

const stateIcons: Readonly<Record<Step['state'], string>> = {
  running: 'loading',
  done: 'check',
  failed: 'error',
};

/** What the model did before it answered: in sight while it does it, then folded away. */
export class StepList {
  private readonly title = element('span');
  private readonly list = element('ol');
  readonly element = element(
    'details',
    { class: 'steps' },
    element('summary', {}, icon('search'), this.title),
    this.list,
  );
  private wasRunning = false;

  update(steps: readonly Step[], isRunning: boolean): void {
    this.element.hidden = steps.length === 0;
    setText(this.title, titleOf(steps));
    patch(this.list, element('ol', {}, ...steps.map(stepElement)));
    if (isRunning !== this.wasRunning) this.element.open = isRunning;
    this.wasRunning = isRunning;
  }
}

function titleOf(steps: readonly Step[]): string {
  const count = steps.length === 1 ? tell('1 step') : tell('{0} steps', steps.length);
  const failed = steps.filter(({ state }) => state === 'failed').length;
  return failed === 0 ? count : `${count} · ${tell('{0} failed', failed)}`;
}

function stepElement({ state, title, detail }: Step): HTMLElement {
  const words = [
    icon(stateIcons[state]),
    element('bdi', {}, visibleText(title)),
    element('span', { class: 'unseen' }, ` ${stateWord(state)}`),
  ];
  if (detail === '')
    return element('li', { class: state }, element('div', { class: 'step-title' }, ...words));
  const read = element('pre', { tabindex: '0' }, lines(detail));
  return element('li', { class: state }, element('details', {}, element('summary', {}, ...words), read));
}

function stateWord(state: Step['state']): string {
  switch (state) {
    case 'running':
      return tell('running');
    case 'done':
      return tell('done');
    case 'failed':
      return tell('failed');
  }
}
