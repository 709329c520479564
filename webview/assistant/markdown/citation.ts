import type { AnswerCitation } from '../../../src/protocol/answer';
import { element, icon } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';

/** Goes to the line it names: whoever listens finds the place in its data. */
export function citationLink({ label, document, firstLine, note }: AnswerCitation): HTMLElement {
  const shown = visibleText(label);
  const says = visibleText(note);
  return element(
    'button',
    {
      type: 'button',
      class: 'citation',
      'data-document': document,
      'data-line': String(firstLine),
      'data-note': says,
      'aria-label': tell('{0}: {1}', shown, says),
    },
    shown,
  );
}

/** A button, so that the keyboard reaches why it is struck out; it goes nowhere. */
export function falseCitation({ label, note }: AnswerCitation): HTMLElement {
  const shown = visibleText(label);
  const reason = tell('struck out: {0}', visibleText(note));
  return noteButton(tell('{0}: {1}', shown, reason), reason, icon('circle-slash'), element('del', {}, shown));
}

/** At the end of what is struck out and cites nothing. */
export function strikeReason(): HTMLElement {
  const reason = tell('struck out: no cited line says this');
  return noteButton(reason, reason, icon('circle-slash'));
}

function noteButton(said: string, note: string, ...content: readonly HTMLElement[]): HTMLElement {
  const attributes = { type: 'button', class: 'citation is-false', 'data-note': note, 'aria-label': said };
  return element('button', attributes, ...content);
}
