import type { BigLogHostApi, BigLogViewApi } from '../../src/protocol/big-log';
import { Rpc } from '../../src/protocol/rpc';
import { hostPort } from '../shared/host';
import { setTexts } from '../shared/tell';
import { keepTypedKeys } from './typed-keys';
import { viewHandlers } from './updates';
import { View } from './view';

/** The page: asks for the state of its log, shows it, and loads what the first screen does without once that is seen. */
async function start(): Promise<void> {
  const asked = performance.now();
  let view: View | undefined;
  const host = new Rpc<BigLogViewApi, BigLogHostApi>(
    hostPort,
    viewHandlers(() => view),
    firstCall(),
  );
  const state = await host.call('ready', undefined);
  setTexts(state.texts);
  const page = document.body;
  keepTypedKeys(page);
  view = new View(host, state);
  const { bars } = view;
  view.open(page, state, () => {
    // A frame that was drawn is seen once the next one begins.
    requestAnimationFrame(() => {
      const milliseconds = performance.now() - asked;
      performance.measure('first rows', { start: asked });
      host.notify('painted', milliseconds);
      void bars.loadFilter();
    });
  });
}

/** The host may still answer the page that was here before this one was hidden: no call of one has the number of one of the other's. */
function firstCall(): number {
  return Math.floor(performance.timeOrigin) * 1000;
}

void start();
