import type { DashboardHostApi, DashboardViewApi } from '../../src/protocol/dashboard';
import { Rpc } from '../../src/protocol/rpc';
import { hostPort, keep } from '../shared/host';
import { setTexts } from '../shared/tell';
import { Dashboard } from './dashboard';
import { Model } from './model';

/** The page: asks for the state of its log, shows it, and fills its cards as they come on screen. */
async function start(): Promise<void> {
  const asked = performance.now();
  let model: Model | undefined;
  const host = new Rpc<DashboardViewApi, DashboardHostApi>(
    hostPort,
    {
      state: (state) => model?.update(state),
      range: (range) => model?.rangeTold(range),
    },
    firstCall(),
  );
  const state = await host.call('ready', undefined);
  setTexts(state.texts);
  if (state.size === 'page') keep('uri', state.uri);
  model = new Model(host, state);
  const dashboard = new Dashboard(host, model);
  document.body.append(dashboard.element);
  dashboard.open();
  await dashboard.firstShown();
  // A frame that was drawn is seen once the next one begins.
  requestAnimationFrame(() => {
    performance.measure('first cards', { start: asked });
    host.notify('painted', performance.now() - asked);
  });
}

/** The host may still answer the page that was here before this one was hidden: no call of one has the number of one of the other's. */
function firstCall(): number {
  return Math.floor(performance.timeOrigin) * 1000;
}

void start();
