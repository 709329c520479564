import type { RevealPlace } from '../../../src/protocol/assistant';
import { setAttribute } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { Host } from '../host';
import type { Act, NoticeAction } from './acts';

export interface ClickedTurn {
  readonly id: () => string;
  readonly edit: () => void;
}

const thanksMs = 1500;

/** What is pressed within a turn, heard in one place: its elements come and go while an answer comes. */
export function followTurnClicks(target: HTMLElement, host: Host, turn: ClickedTurn): void {
  target.addEventListener('click', ({ target: clicked }) => {
    const button = clicked instanceof Element ? clicked.closest('button') : null;
    if (button === null) return;
    const { act, line, document, address, copies } = button.dataset;
    if (act !== undefined) perform(act as Act, button, host, turn);
    else if (line !== undefined) host.notify('reveal', { document: document ?? '', line: lineOf(line) });
    else if (address !== undefined) host.notify('openLink', address);
    else if (copies !== undefined) void copyCode(button);
  });
}

function perform(act: Act, button: HTMLElement, host: Host, turn: ClickedTurn): void {
  const id = turn.id();
  if (act === 'edit') turn.edit();
  else if (act === 'stop') host.notify('stop', undefined);
  else if (act === 'retry' || act === 'resume') host.notify(act, id);
  else if (act === 'copy') {
    host.notify('copy', id);
    thank(button);
  } else host.notify('act', { turn: id, action: act.slice('notice:'.length) as NoticeAction });
}

/** As it is shown, so that nothing unseen goes to a terminal. */
async function copyCode(button: HTMLElement): Promise<void> {
  const code = button.closest('.code')?.querySelector('code');
  await navigator.clipboard.writeText(code?.textContent ?? '');
  thank(button);
}

/** Shows for a moment that it was copied. */
function thank(button: HTMLElement): void {
  const { title } = button;
  const say = (words: string, iconName: string) => {
    button.title = words;
    setAttribute(button, 'aria-label', words);
    if (button.firstElementChild) button.firstElementChild.className = `codicon codicon-${iconName}`;
  };
  say(tell('Copied'), 'check');
  setTimeout(() => say(title, 'copy'), thanksMs);
}

function lineOf(text: string): RevealPlace['line'] {
  return Number(text) as RevealPlace['line'];
}
