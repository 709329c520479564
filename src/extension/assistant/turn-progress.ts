import type { Sentence } from '../../engine/model/finding';
import type { StoredTurn } from '../../node/assistant/conversation';
import type { InvestigationEvent } from '../../node/assistant/investigation';
import type { Notice, Step } from '../../protocol/assistant';
import { stepTitle } from './step-words';

export interface TurnWords {
  tell(sentence: Sentence): string;
  /** `3,120 + 410 tokens · 0.009 USD` */
  usage(promptTokens: number, answerTokens: number, isEstimate: boolean): string;
}

type EventOf<Kind extends InvestigationEvent['kind']> = Extract<InvestigationEvent, { kind: Kind }>;

/** Of what was said on the way the title of its step. */
const longestTitle = 120;

/** What an event makes of a turn. */
export function afterEvent(turn: StoredTurn, event: InvestigationEvent, words: TurnWords): StoredTurn {
  switch (event.kind) {
    case 'asking':
      return turn;
    case 'step':
      return withStep(turn, event, words);
    case 'text':
      return withText(turn, event.text);
    case 'aside':
      return withAside(turn, event);
    case 'checked':
      return { ...turn, answer: checkedAnswer(event, turn.said) };
    case 'report':
      return { ...turn, report: event.report };
    case 'notice':
      return withNotice(turn, { kind: event.severity, text: words.tell(event.sentence), action: null });
    case 'usage':
      return { ...turn, usage: words.usage(event.promptTokens, event.answerTokens, event.isEstimate) };
    case 'end':
      return { ...turn, status: event.reason === 'cut' ? 'cut' : 'done' };
  }
}

export function withNotice(turn: StoredTurn, notice: Notice): StoredTurn {
  return { ...turn, notices: [...turn.notices, notice] };
}

/** What still ran when it ended has not finished. */
export function ended(turn: StoredTurn, status: 'stopped' | 'failed'): StoredTurn {
  const steps = turn.steps.map(
    (step): Step => (step.state === 'running' ? { ...step, state: 'failed' } : step),
  );
  return { ...turn, status, steps };
}

function withStep(turn: StoredTurn, event: EventOf<'step'>, { tell }: TurnWords): StoredTurn {
  const { id, state, answer } = event;
  const step: Step = { id, state, title: tell(stepTitle(event)), detail: answer?.text ?? '' };
  const at = turn.steps.findIndex((one) => one.id === id);
  const steps = at < 0 ? [...turn.steps, step] : turn.steps.with(at, step);
  return { ...turn, steps, status: 'investigating' };
}

function withText(turn: StoredTurn, text: string): StoredTurn {
  const { answer, said } = turn;
  return { ...turn, said: said + text, status: 'answering', answer: { ...answer, rest: answer.rest + text } };
}

/** It was said on the way to a tool, not as the answer. */
function withAside(turn: StoredTurn, { text, keeps }: EventOf<'aside'>): StoredTurn {
  const said = turn.said.slice(0, keeps);
  const line = text.trim().split('\n', 1)[0] ?? '';
  const title = line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
  const step: Step = { id: `aside ${turn.steps.length}`, state: 'done', title, detail: text.trim() };
  const steps = line === '' ? turn.steps : [...turn.steps, step];
  const answer = { checked: '', rest: said, citations: [], struck: 0 };
  return { ...turn, said, steps, answer, status: 'investigating' };
}

function checkedAnswer(
  { text, citations, struck, upTo }: EventOf<'checked'>,
  said: string,
): StoredTurn['answer'] {
  return { checked: text, rest: said.slice(upTo), citations, struck };
}
