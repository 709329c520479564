import { element } from '../../shared/element';
import { tell } from '../../shared/tell';

export interface QuestionEditorParts {
  readonly question: string;
  readonly resend: (text: string) => void;
  readonly cancel: () => void;
}

/** The question in a field, in its place: Enter sends it anew, Escape leaves it as it was. */
export function questionEditor({ question, resend, cancel }: QuestionEditorParts): HTMLElement {
  const field = element('textarea', {
    'aria-label': tell('Edited question'),
    rows: '1',
    spellcheck: 'false',
  });
  field.value = question;
  const send = () => {
    const text = field.value.trim();
    if (text === '') field.focus();
    else resend(text);
  };
  field.addEventListener('keydown', (event) => {
    // An input method takes Enter and Escape for itself.
    if (event.isComposing) return;
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && !event.shiftKey) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const resendButton = element('button', { type: 'button', class: 'text-button is-primary' }, tell('Resend'));
  resendButton.addEventListener('click', send);
  const cancelButton = element('button', { type: 'button', class: 'text-button' }, tell('Cancel'));
  cancelButton.addEventListener('click', cancel);
  const hint = tell('This question and all that came after it are replaced.');
  return element(
    'div',
    { class: 'asked-editor' },
    field,
    element(
      'div',
      { class: 'asked-editor-foot' },
      element('span', { class: 'hint' }, hint),
      cancelButton,
      resendButton,
    ),
  );
}
