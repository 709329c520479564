import { element, icon, setAttribute } from '../../shared/element';
import { tell } from '../../shared/tell';

export interface SendButtonParts {
  readonly send: () => void;
  readonly stop: () => void;
}

export type SendButtonState = 'ready' | 'nothing to send' | 'running';

/** Send, and Stop while an answer comes: one button, so that whoever pressed it keeps the focus. */
export class SendButton {
  readonly element = element('button', { type: 'button', class: 'send' });
  private state: SendButtonState | undefined;

  constructor({ send, stop }: SendButtonParts) {
    this.element.addEventListener('click', ({ detail }) => {
      // The second half of a double click was meant for what the button was before.
      if (detail > 1) return;
      if (this.state === 'running') stop();
      else if (this.state === 'ready') send();
    });
  }

  show(state: SendButtonState): void {
    if (state === this.state) return;
    this.state = state;
    const isRunning = state === 'running';
    const title = isRunning ? tell('Stop (Escape)') : tell('Send (Enter)');
    this.element.title = title;
    this.element.setAttribute('aria-label', title);
    // Not `disabled`: that would take the focus away.
    setAttribute(this.element, 'aria-disabled', state === 'nothing to send' ? 'true' : null);
    this.element.replaceChildren(icon(isRunning ? 'debug-stop' : 'send'));
  }
}
