import type { Preview, Question } from '../../../src/protocol/assistant';
import { element, iconButton, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { Parts } from '../parts';
import { keepFocusIn } from './focus-trap';
import { payloadLines } from './payload-lines';

/** Exactly what goes out, over the page, before it does. */
export class PreviewDialog {
  readonly element = element('dialog', { class: 'preview', 'aria-labelledby': 'preview-title' });
  private readonly body = element('div', { class: 'preview-body' });
  private readonly close = iconButton('close', tell('Close'), () => this.element.close());
  private asked: AbortController | undefined;

  constructor(private readonly parts: Parts) {
    const title = element('h2', { id: 'preview-title' }, tell('What will be sent'));
    this.element.append(element('header', {}, title, this.close), this.body);
    this.element.addEventListener('keydown', (event) => keepFocusIn(this.element, event));
    // Of what is around it, the dialog is told. Not on a click: text is selected by drawing the mouse out of it.
    this.element.addEventListener('pointerdown', ({ target }) => {
      if (target === this.element) this.element.close();
    });
    this.element.addEventListener('close', () => {
      this.asked?.abort();
      this.body.replaceChildren();
    });
  }

  open(question: Question): void {
    this.element.showModal();
    void this.fill(question);
  }

  private async fill(question: Question): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    this.body.replaceChildren(element('p', { class: 'hint', role: 'status' }, tell('Putting it together…')));
    try {
      const preview = await this.parts.host.call('preview', question, { signal });
      if (!signal.aborted) this.body.replaceChildren(...this.content(preview));
    } catch (error) {
      if (!signal.aborted) this.body.replaceChildren(...this.failure(question, error));
    }
  }

  private failure(question: Question, error: unknown): readonly HTMLElement[] {
    const reason = error instanceof Error ? error.message : String(error);
    const again = textButton(tell('Try Again'), () => {
      this.close.focus();
      void this.fill(question);
    });
    return [
      element(
        'p',
        { class: 'preview-problem', role: 'alert' },
        tell('This could not be put together: {0}', reason),
      ),
      again,
    ];
  }

  private content({ destination, redacted, payload }: Preview): readonly HTMLElement[] {
    const said = element('span', { class: 'hint', role: 'status' });
    const copy = textButton(tell('Copy'), async () => setText(said, await copied(payload)));
    return [
      element(
        'p',
        {},
        tell('Goes to:'),
        ' ',
        element('bdi', { class: 'preview-to' }, visibleText(destination)),
      ),
      this.hidden(redacted),
      payloadElement(payload),
      element('footer', {}, copy, said),
    ];
  }

  private hidden(redacted: readonly string[]): HTMLElement {
    const { model } = this.parts.model.state;
    if (redacted.length > 0) {
      const values = redacted.map((value) => element('li', {}, value));
      return element(
        'div',
        { class: 'preview-hidden' },
        tell('Hidden behind placeholders:'),
        element('ul', {}, ...values),
      );
    }
    const redacts = model.kind === 'chosen' && model.privacy.redacts;
    const words = redacts
      ? tell('Nothing in it had to be hidden.')
      : tell('Nothing is hidden: it is sent as it is.');
    return element('p', { class: redacts ? 'hint' : 'preview-open' }, words);
  }
}

function payloadElement(payload: string): HTMLElement {
  const text = element('pre', { class: 'payload', tabindex: '0', role: 'region' });
  text.setAttribute('aria-label', tell('The whole request'));
  text.append(...payloadLines(payload).map(lineElement));
  text.addEventListener('copy', copyExactly);
  return text;
}

/** The line break of JSON is the line's own. */
function lineElement(line: string): HTMLElement {
  const isBroken = line.endsWith('\n');
  const shown = visibleText(isBroken ? line.slice(0, -1) : line);
  return element('span', { class: 'payload-line' }, isBroken ? `${shown}\n` : shown);
}

/** Lines that break within a string are one line of what is sent. */
function copyExactly(event: ClipboardEvent): void {
  const selected = getSelection();
  if (!selected || selected.isCollapsed || !event.clipboardData) return;
  event.clipboardData.setData('text/plain', selected.getRangeAt(0).cloneContents().textContent);
  event.preventDefault();
}

/** In words, how it went: a browser may refuse a page that has lost the focus. */
function copied(payload: string): Promise<string> {
  return navigator.clipboard.writeText(payload).then(
    () => tell('Copied'),
    () => tell('This could not be copied.'),
  );
}

function textButton(label: string, press: () => unknown): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'text-button' }, label);
  button.addEventListener('click', press);
  return button;
}
