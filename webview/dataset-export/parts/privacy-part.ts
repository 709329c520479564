import { setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { check, group, hint } from '../fields';
import { textButton } from '../file-row';
import { hidesSecrets, isForDrafts } from './drafts-field';
import type { Part, PartContext } from './part';

export function privacyPart({ host, choices, change }: PartContext): Part {
  const redact = check(tell('Hide secrets and personal data behind placeholders'), (redacts) =>
    change({ redacts }),
  );
  const why = hint('');
  const own = textButton(tell('Your Own Patterns…'), () => void host.call('command', 'privacySettings'));
  return {
    element: group(tell('Privacy'), redact.element, why, own),
    reflect(state) {
      const { redactionForced } = state;
      const isForced = redactionForced !== null || isForDrafts(state, choices());
      redact.set(hidesSecrets(state, choices()), isForced);
      setText(why, redactionForced ?? '');
      why.hidden = redactionForced === null;
    },
  };
}
