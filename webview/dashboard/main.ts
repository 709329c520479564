import type { DashboardHostApi, DashboardState, DashboardViewApi } from '../../src/protocol/dashboard';
import { Rpc } from '../../src/protocol/rpc';
import { hostPort, keep, kept } from '../shared/host';
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
      state: (state) => {
        keepPlaceOf(state);
        model?.update(state);
      },
      range: (range) => model?.rangeTold(range),
    },
    firstCall(),
  );
  const state = await host.call('ready', undefined);
  setTexts(state.texts);
  keepPlaceOf(state);
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

/** Of which log a tab is, for when VS Code opens it again; a log may get another name. */
function keepPlaceOf({ size, uri }: DashboardState): void {
  if (size === 'page' && kept('uri') !== uri) keep('uri', uri);
}

/** The host may still answer the page that was here before this one was hidden: no call of one has the number of one of the other's. */
function firstCall(): number {
  return Math.floor(performance.timeOrigin) * 1000;
}

void start();
