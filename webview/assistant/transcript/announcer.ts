import type { Turn } from '../../../src/protocol/assistant';
import { element, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { isRunning } from '../model';

/** Of a longer answer the beginning is said; the rest is there to be read. */
const mostSaid = 1500;

/** Says what happens to those who do not see it: each step when it begins, an answer when it is complete, not as it comes. */
export class Announcer {
  readonly element = element('div', { class: 'unseen', role: 'status' });
  private lastStep = '';
  private followed = '';

  /** `answer`: its text as it is shown. */
  follow(turn: Turn, answer: () => string): void {
    if (isRunning(turn)) {
      this.followed = turn.id;
      this.sayStep(turn);
    } else if (this.followed === turn.id) {
      this.followed = '';
      this.say(outcome(turn, answer()));
    }
  }

  say(text: string): void {
    setText(this.element, text);
  }

  private sayStep({ id, steps }: Turn): void {
    const step = steps.at(-1);
    const key = `${id} ${step?.id}`;
    if (step === undefined || key === this.lastStep) return;
    this.lastStep = key;
    this.say(step.title);
  }
}

function outcome({ status, notices }: Turn, answer: string): string {
  const noticed = notices.map(({ text }) => text).join(' ');
  if (status === 'failed') return tell('No answer: {0}', noticed);
  if (status === 'stopped') return tell('Stopped.');
  const said = answer.length > mostSaid ? `${answer.slice(0, mostSaid)}…` : answer;
  return [tell('Answer:'), said, noticed].filter((part) => part !== '').join(' ');
}
