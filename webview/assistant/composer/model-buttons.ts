import type { ModelState } from '../../../src/protocol/assistant';
import { element, icon } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { badgeIcons } from '../badge-icons';
import type { Host } from '../host';
import type { Parts } from '../parts';

type Chosen = Extract<ModelState, { kind: 'chosen' }>;

/** Who answers and what is hidden from it; each opens the host's choice of it. */
export class ModelButtons {
  readonly element = element('div', { class: 'model-buttons' });
  private shown = '';

  constructor(private readonly parts: Parts) {
    parts.model.onChange(({ kind }) => {
      if (kind === 'state') this.reflect();
    });
    this.reflect();
  }

  /** Drawn anew only where it is another: the focus may be in it. */
  private reflect(): void {
    const { host, model } = this.parts;
    const now = JSON.stringify(model.state.model);
    if (now === this.shown) return;
    this.shown = now;
    const focused = [...this.element.children].indexOf(document.activeElement as Element);
    const buttons = buttonsOf(host, model.state.model);
    this.element.replaceChildren(...buttons);
    if (focused >= 0) buttons[Math.min(focused, buttons.length - 1)].focus();
  }
}

function buttonsOf(host: Host, model: ModelState): readonly HTMLElement[] {
  if (model.kind === 'chosen') return [modelButton(host, model), privacyButton(host, model)];
  const choose = () => host.notify('chooseModel', undefined);
  return [factButton('sparkle', tell('Choose who answers'), choose, tell('Choose Model…'))];
}

function modelButton(host: Host, { name, badge, localhost }: Chosen): HTMLElement {
  const where = localhost === null ? badge.text : tell('{0} on {1}', badge.text, localhost);
  const title =
    localhost === null
      ? tell('Choose another model')
      : tell('Choose another model. localhost is the machine {0}.', visibleText(localhost));
  return factButton(
    badgeIcons[badge.kind],
    `${visibleText(name)}\n${title}`,
    () => host.notify('chooseModel', undefined),
    element('bdi', { class: 'fact-name' }, visibleText(name)),
    element('bdi', { class: `fact-badge ${badge.kind}` }, visibleText(where)),
  );
}

function privacyButton(host: Host, { privacy }: Chosen): HTMLElement {
  const { redacts, decidedBy, text, detail } = privacy;
  const title =
    decidedBy === 'policy' ? tell('Your organisation decides this') : tell('Choose what is hidden');
  const openIcon = redacts ? 'shield' : 'unlock';
  const button = factButton(
    decidedBy === 'policy' ? 'lock' : openIcon,
    `${detail}\n${title}`,
    () => host.notify('privacySettings', undefined),
    element('span', { class: 'fact-name' }, text),
  );
  button.classList.toggle('open', !redacts);
  return button;
}

function factButton(
  iconName: string,
  title: string,
  press: () => void,
  ...content: readonly (Node | string)[]
): HTMLElement {
  const words = element('span', { class: 'fact-words' }, ...content);
  const button = element('button', { type: 'button', class: 'fact-button', title }, icon(iconName), words);
  button.addEventListener('click', press);
  return button;
}
