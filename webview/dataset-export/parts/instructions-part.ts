import { tell } from '../../shared/tell';
import { choice, group } from '../fields';
import { type FileRow, fileRow } from '../file-row';
import { formatChoices } from '../formats';
import type { Host } from '../host';
import { draftsField } from './drafts-field';
import type { Part, PartContext } from './part';

/** What a model is asked and answers, and in which language. */
export function instructionsPart({ host, choices, change }: PartContext): Part {
  const language = choice(
    tell('Language of instructions, answers and reasons'),
    [
      { value: 'en', label: 'English' },
      { value: 'zh', label: '简体中文' },
    ],
    (value) => change({ language: value }),
  );
  const file = instructionsFile(host);
  const drafts = draftsField(host, (isOn) => change({ drafts: isOn }));
  return {
    element: group(tell('Instructions'), language.element, file.element, drafts.element),
    reflect(state) {
      const chosen = choices();
      const asks = formatChoices().some((one) => one.asks && one.name === chosen.format);
      language.set(chosen.language);
      file.set(state.instructionsFile);
      file.element.hidden = !asks;
      drafts.element.hidden = !asks;
      drafts.reflect(state, chosen);
    },
  };
}

function instructionsFile(host: Host): FileRow {
  return fileRow({
    label: tell('Your own instructions'),
    none: tell('none'),
    actions: [
      { label: tell('Choose…'), press: () => void host.call('command', 'chooseInstructions') },
      { label: tell('Edit Instructions…'), press: () => void host.call('command', 'editInstructions') },
    ],
    forget: {
      title: tell('Without these instructions'),
      press: () => void host.call('command', 'forgetInstructions'),
    },
  });
}
