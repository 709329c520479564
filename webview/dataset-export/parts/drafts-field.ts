import type { DatasetChoices, DatasetPageState } from '../../../src/protocol/dataset';
import { element, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { check, hint } from '../fields';
import { textButton } from '../file-row';
import { formatChoices } from '../formats';
import type { Host } from '../host';

export interface DraftsField {
  readonly element: HTMLElement;
  reflect(state: DatasetPageState, choices: DatasetChoices): void;
}

/** Whether the person's model writes outputs; off until it is asked for, and asked again before anything is sent. */
export function draftsField(host: Host, changed: (isOn: boolean) => void): DraftsField {
  const box = check(tell('Let your model write the answers'), changed);
  const badge = element('span', { class: 'chip' });
  const about = hint('');
  const choose = textButton(tell('Choose Model…'), () => void host.call('command', 'chooseModel'));
  return {
    element: element('div', { class: 'drafts' }, box.element, badge, about, choose),
    reflect({ model }, { drafts }) {
      box.set(drafts && model !== null, model === null);
      badge.hidden = model === null;
      setText(badge, model === null ? '' : `${model.name} · ${model.badge}`);
      setText(about, aboutText(model, drafts));
    },
  };
}

function aboutText(model: DatasetPageState['model'], drafts: boolean): string {
  if (model === null) return tell('No model is chosen.');
  if (!drafts) return '';
  return tell(
    'It is sent the records, label and reasons of each sequence, after you agree once more. Answers that contradict their label are not taken; the data card counts them.',
  );
}

/** What is sent to the model is masked, and so is what is written. */
export function isForDrafts({ model }: DatasetPageState, { drafts, format }: DatasetChoices): boolean {
  const asks = formatChoices().some((one) => one.asks && one.name === format);
  return drafts && asks && model?.redacts === true;
}

export function hidesSecrets(state: DatasetPageState, choices: DatasetChoices): boolean {
  return state.redactionForced !== null || choices.redacts || isForDrafts(state, choices);
}
