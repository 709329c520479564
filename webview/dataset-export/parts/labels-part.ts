import { element, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { check, group, hint } from '../fields';
import { fileRow, textButton } from '../file-row';
import type { Part, PartContext } from './part';

/** Who says what is anomalous. */
export function labelsPart({ host, choices, change }: PartContext): Part {
  const given = hint('');
  const more = textButton(tell('Label More…'), () => void host.call('command', 'labelMore'));
  const file = fileRow({
    label: tell('File of labels'),
    none: tell('none'),
    actions: [{ label: tell('Choose…'), press: () => void host.call('command', 'chooseLabels') }],
    forget: { title: tell('Without this file'), press: () => void host.call('command', 'forgetLabels') },
  });
  const found = check(tell('What Oddline found, where nobody says otherwise'), (takesFindings) =>
    change({ takesFindings }),
  );
  const only = check(tell('Only what is labelled'), (labelledOnly) => change({ labelledOnly }));
  const row = element('div', { class: 'given' }, given, more);
  return {
    element: group(tell('Labels'), row, file.element, found.element, only.element),
    reflect({ labels, labelsFile }) {
      setText(
        given,
        labels === 0 ? tell('No labels were given here.') : tell('Labels given here: {0}', labels),
      );
      file.set(labelsFile);
      found.set(choices().takesFindings);
      only.set(choices().labelledOnly);
    },
  };
}
