import type { AssistantHostApi, ContextChip, ModelState } from '../../../src/protocol/assistant';
import type { Handlers } from '../../../src/protocol/rpc';
import { ScriptedAssistant } from './assistant-page';

type Answers = Handlers<AssistantHostApi>;
type Answer = (parameter: unknown, signal: AbortSignal) => unknown;

/** A scripted assistant some of whose answers a test replaces while the page is open. */
export class ChangingAssistant extends ScriptedAssistant {
  readonly answers: { -readonly [Name in keyof Answers]?: Answers[Name] } = {};

  override get handlers(): Answers {
    const scripted = Object.entries(super.handlers) as [keyof AssistantHostApi, Answer][];
    const changing = scripted.map(([name, answer]): [string, Answer] => [
      name,
      (parameter, signal) => {
        // What is asked is remembered in either case.
        const told = answer(parameter, signal);
        const other = this.answers[name] as Answer | undefined;
        return other ? other(parameter, signal) : told;
      },
    ]);
    return Object.fromEntries(changing) as unknown as Answers;
  }
}

export const localModel: ModelState = {
  kind: 'chosen',
  name: 'qwen2.5:7b',
  badge: { kind: 'local', text: 'local' },
  localhost: 'build-box-3',
  privacy: {
    redacts: true,
    decidedBy: 'setting',
    text: 'Secrets are hidden',
    detail: 'Secrets are hidden from whoever answers.',
  },
};

export const incidentChip: ContextChip = {
  id: 'incident 1',
  kind: 'incident',
  title: 'Seat locks that time out, from 02:14 on',
  detail: 'incident 1, 31 lines, 840 tokens',
  tokens: 840,
};

export const selectionChip: ContextChip = {
  id: 'selection',
  kind: 'selection',
  title: 'Selection',
  detail: 'lines 120 to 180, 1,500 tokens',
  tokens: 1500,
};

export const metricsChip: ContextChip = {
  id: 'metrics',
  kind: 'metrics',
  title: 'Metrics',
  detail: '3 series',
  tokens: null,
};
