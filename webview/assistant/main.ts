import type { AssistantHostApi, AssistantState, AssistantViewApi } from '../../src/protocol/assistant';
import { Rpc } from '../../src/protocol/rpc';
import { element } from '../shared/element';
import { hostPort, keep, kept } from '../shared/host';
import { setTexts } from '../shared/tell';
import { visibleText } from '../shared/visible-text';
import { assistant } from './assistant';
import { Model } from './model';

/** The page: asks for the conversation about its log, shows it, and follows it. */
async function start(): Promise<void> {
  let model: Model | undefined;
  const host = new Rpc<AssistantViewApi, AssistantHostApi>(
    hostPort,
    {
      state: (state) => {
        keepPlaceOf(state);
        model?.update(state);
      },
      turn: (turn) => model?.turnTold(turn),
      text: (piece) => model?.textTold(piece),
      focus: (draft) => model?.focusTold(draft),
    },
    firstCall(),
  );
  const state = await host.call('ready', undefined);
  setTexts(state.texts);
  keepPlaceOf(state);
  model = new Model(state);
  document.body.append(assistant({ host, model }));
  model.focusTold(state.draft);
}

/** Of which log a tab is, for when VS Code opens it again. */
function keepPlaceOf({ uri }: AssistantState): void {
  if (kept('uri') !== uri) keep('uri', uri);
}

/** The host may still answer the page that was here before this one was hidden: no call of one has the number of one of the other's. */
function firstCall(): number {
  return Math.floor(performance.timeOrigin) * 1000;
}

/** Nothing is there yet that could say it better. */
function tellFailure(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  document.body.append(element('p', { class: 'failure', role: 'alert' }, visibleText(text)));
}

start().catch(tellFailure);
