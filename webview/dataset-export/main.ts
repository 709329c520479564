import type { DatasetPageHostApi, DatasetPageState, DatasetPageViewApi } from '../../src/protocol/dataset';
import { Rpc } from '../../src/protocol/rpc';
import { hostPort, keep, kept } from '../shared/host';
import { setTexts } from '../shared/tell';
import { Wizard } from './wizard';

/** The page: asks for the state of its log and shows what would be exported of it. */
async function start(): Promise<void> {
  let wizard: Wizard | undefined;
  const host = new Rpc<DatasetPageViewApi, DatasetPageHostApi>(
    hostPort,
    {
      state: (state) => {
        keepPlaceOf(state);
        wizard?.update(state);
      },
    },
    firstCall(),
  );
  const state = await host.call('ready', undefined);
  setTexts(state.texts);
  keepPlaceOf(state);
  wizard = new Wizard(host, state, kept('choices'));
  document.body.append(wizard.element);
  wizard.ask();
}

/** Of which log the tab is, for when VS Code opens it again; a log may get another name. */
function keepPlaceOf({ uri }: DatasetPageState): void {
  if (kept('uri') !== uri) keep('uri', uri);
}

/** The host may still answer the page that was here before this one was hidden: no call of one has the number of one of the other's. */
function firstCall(): number {
  return Math.floor(performance.timeOrigin) * 1000;
}

void start();
