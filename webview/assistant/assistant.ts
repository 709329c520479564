import { element } from '../shared/element';
import { composer } from './composer/composer';
import { doors } from './doors/doors';
import { header } from './header/header';
import type { Parts } from './parts';
import { transcript } from './transcript/transcript';

/** The page: what it is of and by whom it is answered, the conversation, and the field to ask in. */
export function assistant(parts: Parts): HTMLElement {
  return element(
    'div',
    { class: 'assistant' },
    header(parts),
    transcript({ ...parts, doors: doors(parts) }),
    composer(parts),
  );
}
