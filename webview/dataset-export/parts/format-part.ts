import { setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { choice, group, hint } from '../fields';
import { formatChoices } from '../formats';
import type { Part, PartContext } from './part';

export function formatPart({ choices, change }: PartContext): Part {
  const formats = formatChoices();
  const about = hint('');
  const list = choice(
    tell('Format'),
    formats.map(({ name, title }) => ({ value: name, label: title })),
    (format) => change({ format }),
  );
  // The group says so.
  list.element.querySelector('label')?.classList.add('unseen');
  return {
    element: group(tell('Format'), list.element, about),
    reflect() {
      const { format } = choices();
      list.set(format);
      setText(about, formats.find(({ name }) => name === format)?.hint ?? '');
    },
  };
}
